import { addDays, type PlainDate } from './dates';
import type { Minor } from './money';

/** What has become of a promise to pay; derived on every day anew, never stored. */
export const PROMISE_STATUSES = ['active', 'kept', 'partly_kept', 'broken', 'cancelled'] as const;

/** What has become of a promise to pay. */
export type PromiseStatus = (typeof PROMISE_STATUSES)[number];

/** A promise, and what came of it so far. */
export interface PromiseFacts {
  readonly amountMinor: Minor;
  /** The day by which the money was to arrive. */
  readonly promisedFor: PlainDate;
  readonly isCancelled: boolean;
  /** What arrived for it from the day it was given to the last day that counts. */
  readonly receivedMinor: Minor;
}

/**
 * The status of a promise on a day. It is kept as soon as all of it has arrived, and still active on its last day:
 * nobody has broken a promise before the day is over.
 */
export function promiseStatus(promise: PromiseFacts, on: PlainDate, graceDays = 0): PromiseStatus {
  if (promise.isCancelled) return 'cancelled';
  if (promise.receivedMinor >= promise.amountMinor) return 'kept';
  if (on <= addDays(promise.promisedFor, graceDays)) return 'active';
  return promise.receivedMinor > 0 ? 'partly_kept' : 'broken';
}
