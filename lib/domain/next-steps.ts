import { daysBetween, type PlainDate } from './dates';
import { type Minor, ZERO } from './money';

/** A customer with something past due that nobody contests, and what is known of it on a day. */
export interface LateAccount {
  readonly customerId: string;
  readonly customer: string;
  /** Past due and not contested. */
  readonly lateMinor: Minor;
  readonly oldestDays: number;
  /** Of it: what went beyond 60 days within the last week, and what is more than 120 days late. */
  readonly crossedMinor: Minor;
  readonly veryOldMinor: Minor;
  /** Days after the due day by which half of its invoices were settled in the last year; null with fewer than three. */
  readonly habitDays: number | null;
  /** The part of what is past due that the forecast expects within a fortnight without anybody asking, 0 to 1. */
  readonly aloneShare: number;
  /** The largest promise that its day went by without all of it; null when none was broken. */
  readonly broken: BrokenPromise | null;
}

/** A promise whose last day is over, and what had arrived for it. */
export interface BrokenPromise {
  readonly promisedMinor: Minor;
  readonly receivedMinor: Minor;
  readonly promisedFor: PlainDate;
}

/** An invoice that a customer contests, as far as it is still open. */
export interface OpenDispute {
  readonly disputeId: string;
  readonly customerId: string;
  readonly customer: string;
  readonly documentId: string;
  readonly number: string;
  readonly reason: string;
  readonly openedOn: PlainDate;
  readonly amountMinor: Minor;
  /** Days past due of its oldest part; below 0 before it is due. */
  readonly oldestDays: number;
  /** Whether the customer was called today, or is snoozed: nobody is asked to see to it. */
  readonly isLeftAlone: boolean;
}

/** Money on accounts that have an open invoice it could pay. */
export interface WaitingCredits {
  readonly count: number;
  readonly amountMinor: Minor;
  /** The largest accounts; `itemId` where one credit is all that waits there. */
  readonly largest: readonly {
    readonly customerId: string;
    readonly customer: string;
    readonly amountMinor: Minor;
    readonly itemId: string | null;
  }[];
}

/** Invoices that went late within the last fortnight, of which nobody was reminded and nothing is promised. */
export interface Unreminded {
  readonly itemCount: number;
  readonly customerCount: number;
  readonly amountMinor: Minor;
  readonly fewestDays: number;
  readonly mostDays: number;
}

/** Something worth doing next. `amountMinor` is what it is about. */
export type NextStep =
  | {
      readonly kind: 'broken_promise';
      readonly amountMinor: Minor;
      readonly account: LateAccount;
      readonly broken: BrokenPromise;
    }
  | {
      readonly kind: 'beyond_habit';
      readonly amountMinor: Minor;
      readonly account: LateAccount;
      readonly beyondDays: number;
    }
  | { readonly kind: 'crossed'; readonly amountMinor: Minor; readonly account: LateAccount }
  | { readonly kind: 'decide'; readonly amountMinor: Minor; readonly account: LateAccount }
  | { readonly kind: 'late'; readonly amountMinor: Minor; readonly account: LateAccount }
  | { readonly kind: 'dispute'; readonly amountMinor: Minor; readonly dispute: OpenDispute }
  | { readonly kind: 'unapplied'; readonly amountMinor: Minor; readonly credits: WaitingCredits }
  | { readonly kind: 'unreminded'; readonly amountMinor: Minor; readonly items: Unreminded };

/**
 * The chance that doing it moves the money within a fortnight. Judged, not measured: a broken promise is the freshest handle,
 * applying takes a minute and is sure to clear what it clears, old debts seldom move by asking once more.
 */
export const CHANCE: Readonly<Record<NextStep['kind'], number>> = {
  unapplied: 0.9,
  broken_promise: 0.5,
  beyond_habit: 0.35,
  crossed: 0.3,
  dispute: 0.25,
  unreminded: 0.2,
  late: 0.2,
  decide: 0.05,
};

/** So many days over its own habit make a customer unusual. */
const BEYOND_DAYS = 15;

/** Everything that is true of a late account and asks for something. */
export function stepsOfAccount(account: LateAccount): NextStep[] {
  const { lateMinor, oldestDays, crossedMinor, veryOldMinor, habitDays, broken } = account;
  if (lateMinor <= 0) return [];
  const beyondDays = habitDays === null ? 0 : oldestDays - habitDays;
  return [
    ...(broken ? [{ kind: 'broken_promise' as const, amountMinor: lateMinor, account, broken }] : []),
    ...(beyondDays >= BEYOND_DAYS
      ? [{ kind: 'beyond_habit' as const, amountMinor: lateMinor, account, beyondDays }]
      : []),
    ...(crossedMinor > 0 ? [{ kind: 'crossed' as const, amountMinor: crossedMinor, account }] : []),
    ...(veryOldMinor > 0 ? [{ kind: 'decide' as const, amountMinor: veryOldMinor, account }] : []),
  ];
}

/** What a step can be expected to bring: its amount by its chance, less what would come of an account without it. */
export function expectedMinor(step: NextStep): number {
  const alone = 'account' in step ? step.account.aloneShare : 0;
  return step.amountMinor * CHANCE[step.kind] * (1 - alone);
}

/**
 * The steps that are worth most, first: at most `limit`, and of each customer its best one alone. Ties keep the order given, so
 * that the same books always give the same list.
 */
export function rankSteps(steps: readonly NextStep[], limit: number): NextStep[] {
  const seen = new Set<string>();
  return steps
    .filter((step) => step.amountMinor > ZERO)
    .toSorted((a, b) => expectedMinor(b) - expectedMinor(a))
    .filter((step) => {
      const customerId = customerOf(step);
      if (customerId === null) return true;
      if (seen.has(customerId)) return false;
      seen.add(customerId);
      return true;
    })
    .slice(0, limit);
}

/** How long a dispute has been open, in days. */
export function disputeDays({ openedOn }: OpenDispute, asOf: PlainDate): number {
  return daysBetween(openedOn, asOf);
}

function customerOf(step: NextStep): string | null {
  if ('account' in step) return step.account.customerId;
  return step.kind === 'dispute' ? step.dispute.customerId : null;
}
