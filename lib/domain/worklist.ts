import { daysBetween, type PlainDate } from './dates';
import {
  expectedMinor,
  type LateAccount,
  type NextStep,
  type OpenDispute,
  stepsOfAccount,
} from './next-steps';

/** What a customer can be on the worklist for. */
export type WorkStep = Extract<
  NextStep,
  { readonly account: LateAccount } | { readonly dispute: OpenDispute }
>;

/** What sort of thing there is to do: ask, answer, or decide. */
export type WorkKind = 'call' | 'dispute' | 'decide';

/** A customer to see to. */
export interface Work {
  readonly customerId: string;
  readonly customer: string;
  readonly kind: WorkKind;
  readonly step: WorkStep;
  /** The last call that stands; null when there was none. */
  readonly lastCalledOn: PlainDate | null;
  /** What asking today can be expected to bring, in minor units, not rounded. */
  readonly expected: number;
}

/** What is known of the accounts of one currency on a day. */
export interface WorkFacts {
  readonly accounts: readonly LateAccount[];
  readonly disputes: readonly OpenDispute[];
  /** By customer. */
  readonly lastCalls: ReadonlyMap<string, PlainDate>;
}

/** So many days after a call asking again is worth as much as before it. */
const FRESH_AFTER_DAYS = 7;

/** What there is to do. */
export interface Ranked {
  /** The customers, each once with its best step, those first of whom most can be expected. */
  readonly works: readonly Work[];
  /** Every dispute, in the same order: whatever else there is about its customer, somebody waits for an answer. */
  readonly disputes: readonly Work[];
}

/**
 * What there is to do, best first. Whoever is late is on it: with nothing more to say of them than that, too. Disputes of customers
 * that are left alone today are disputes still, but no reason to see to the customer.
 */
export function rankWork({ accounts, disputes, lastCalls }: WorkFacts, asOf: PlainDate): Ranked {
  const ranked = (steps: readonly WorkStep[]) =>
    steps.map((step) => workOf(step, lastCalls, asOf)).toSorted(byExpected);
  const contested = ranked(
    disputes.map((dispute) => ({ kind: 'dispute', amountMinor: dispute.amountMinor, dispute })),
  );
  const best = new Map<string, Work>();
  for (const work of [...ranked(accounts.flatMap(workOfAccount)), ...contested].toSorted(byExpected)) {
    const { customerId, step } = work;
    const isAsked = step.amountMinor > 0 && !('dispute' in step && step.dispute.isLeftAlone);
    if (isAsked && !best.has(customerId)) best.set(customerId, work);
  }
  return { works: [...best.values()], disputes: contested };
}

function byExpected(a: Work, b: Work): number {
  return b.expected - a.expected || (a.customer < b.customer ? -1 : 1);
}

/** What a call just made takes from the worth of the next one: nothing is left on the day, all is back after a week. */
export function freshness(lastCalledOn: PlainDate | null, asOf: PlainDate): number {
  if (lastCalledOn === null) return 1;
  return Math.min(1, Math.max(0, daysBetween(lastCalledOn, asOf)) / FRESH_AFTER_DAYS);
}

function workOfAccount(account: LateAccount): WorkStep[] {
  const steps = stepsOfAccount(account).filter((step): step is WorkStep => 'account' in step);
  return steps.length > 0 ? steps : [{ kind: 'late', amountMinor: account.lateMinor, account }];
}

function workOf(step: WorkStep, lastCalls: WorkFacts['lastCalls'], asOf: PlainDate): Work {
  const { customerId, customer } = 'account' in step ? step.account : step.dispute;
  const lastCalledOn = lastCalls.get(customerId) ?? null;
  const kind = step.kind === 'dispute' || step.kind === 'decide' ? step.kind : 'call';
  // An answer that is owed does not get less by a call.
  const worth = kind === 'dispute' ? 1 : freshness(lastCalledOn, asOf);
  return { customerId, customer, kind, step, lastCalledOn, expected: expectedMinor(step) * worth };
}
