import type { PlainDate } from '@/lib/domain/dates';
import type { PricedLine } from '@/lib/domain/invoice-lines';
import type { Minor } from '@/lib/domain/money';

/** Made-up books: who the customers are, and what happened, day by day. Holds no id: whoever books it makes those. */
export interface SamplePlan {
  readonly customers: readonly SampleCustomer[];
  /** In day order; within a day documents first, then what corrects them, then what was said. */
  readonly events: readonly SampleEvent[];
  /** Key of the customer whose portal is worth a look: some late, some part paid, some not due. */
  readonly portalCustomer: string;
}

/**
 * How a customer is used to pay. `quiet` paid like others and then stopped; `slipping` paid early and lately lets weeks go by, yet has
 * nothing late today.
 */
export type Habit = 'prompt' | 'usual' | 'slow' | 'erratic' | 'drifting' | 'quiet' | 'slipping';

/** A made-up customer. `key` is its code. */
export interface SampleCustomer {
  readonly key: string;
  readonly name: string;
  /** Key of the customer that it belongs to; null for most. */
  readonly parent: string | null;
  readonly currency: string;
  readonly termsDays: number;
  readonly creditLimitMinor: Minor | null;
  /** First name of the collector. */
  readonly owner: string;
  readonly tags: readonly string[];
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly contacts: readonly SampleContact[];
  readonly habit: Habit;
}

/** A made-up person at a customer; the address ends in `.example`, which nobody can own. */
export interface SampleContact {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
  readonly roles: readonly ('billing' | 'payer' | 'escalation')[];
}

/** "This much of the money settles this much of that invoice." */
export interface SamplePart {
  readonly invoice: string;
  readonly amountMinor: Minor;
}

interface Happening {
  readonly day: PlainDate;
  /** Key of the customer. */
  readonly customer: string;
}

interface Paper extends Happening {
  /** Unique among all documents of the plan. */
  readonly key: string;
  readonly currency: string;
  /** Magnitude, tax included. */
  readonly amountMinor: Minor;
}

/** An invoice; its lines add up to it. */
export interface SampleInvoice extends Paper {
  readonly kind: 'invoice';
  readonly dueOn: PlainDate;
  readonly taxMinor: Minor;
  readonly lines: readonly PricedLine[];
}

/** Money that arrived; what its parts leave over stays on the account. */
export interface SamplePayment extends Paper {
  readonly kind: 'payment';
  readonly method: string;
  readonly reference: string;
  readonly parts: readonly SamplePart[];
}

/** Part of an invoice that is no longer owed. */
export interface SampleCreditMemo extends Paper {
  readonly kind: 'credit_memo';
  readonly taxMinor: Minor;
  readonly lines: readonly PricedLine[];
  readonly reason: string;
  readonly parts: readonly SamplePart[];
}

/** A payment that the bank took back: what it had settled is open again. */
export interface SampleBounce extends Happening {
  readonly kind: 'bounce';
  readonly payment: string;
  readonly reason: string;
}

/** A payment was on the wrong invoice; all of what it had settled there settles another one from this day on. */
export interface SampleMove extends Happening {
  readonly kind: 'move';
  readonly payment: string;
  readonly from: string;
  readonly to: string;
  readonly amountMinor: Minor;
}

/** Somebody said on `day` that this much of the invoice would be paid by `promisedFor`. */
export interface SamplePromise extends Happening {
  readonly kind: 'promise';
  readonly invoice: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly promisedFor: PlainDate;
  readonly note: string;
}

/** Somebody contests part of an invoice; still unresolved. */
export interface SampleDispute extends Happening {
  readonly kind: 'dispute';
  readonly invoice: string;
  readonly amountMinor: Minor;
  readonly reason: string;
}

export type SampleEvent =
  | SampleInvoice
  | SampleCreditMemo
  | SamplePayment
  | SampleBounce
  | SampleMove
  | SamplePromise
  | SampleDispute;

const RANK: Readonly<Record<SampleEvent['kind'], number>> = {
  invoice: 0,
  credit_memo: 1,
  payment: 2,
  bounce: 3,
  move: 4,
  promise: 5,
  dispute: 6,
};

/** Events in the order in which they happened. */
export function inDayOrder(events: readonly SampleEvent[]): SampleEvent[] {
  return events.toSorted((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? -1 : 1;
    return RANK[a.kind] - RANK[b.kind];
  });
}
