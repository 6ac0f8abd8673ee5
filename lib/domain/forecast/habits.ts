import { addDelay, type DelaySums, noSums, weightOf } from './delay-sums';
import { cellOf, type DayNumber, monthDayOf, weekdayOf } from './delays';
import { addToDrift, type Drift, type DriftSum, noDrift } from './drift';
import type { Pooling } from './pooling';

/** What of an item its payer's habits go by. */
export interface Payable {
  readonly customerId: string;
  readonly dueOn: DayNumber;
  /** All of it, not what is left. */
  readonly amountMinor: number;
}

/** A payment on an invoice. */
export interface Settled extends Payable {
  readonly paidOn: DayNumber;
  /** The part of the invoice that it settled, 0 to 1; below 0 takes a payment out again. */
  readonly share: number;
}

/** Running sums of payment delays, of everybody and of each customer. A payment touches a handful of them. */
export interface Habits {
  readonly pooling: Pooling;
  readonly all: DelaySums;
  readonly byWeekday: readonly DelaySums[];
  readonly customers: Map<string, CustomerHabits>;
  /** The drift of all payments that are in no customer's. */
  readonly others: DriftSum;
  /** Invoices settled by payments, and those written off, in whole invoices and parts of them. */
  paid: number;
  lost: number;
}

/** One customer's sums: over all, and under the keys of `groupsOf`. */
export interface CustomerHabits {
  readonly all: DelaySums;
  readonly groups: Map<number, DelaySums>;
  readonly drift: Drift;
}

/** Days in which the organization's payments fade to a third. */
export const ORGANIZATION_DAYS = 120;

/** What is known before the first payment. */
export function noHabits(pooling: Pooling): Habits {
  const byWeekday = Array.from({ length: 7 }, noSums);
  const others = { later: 0, weight: 0 };
  return { pooling, all: noSums(), byWeekday, customers: new Map(), others, paid: 0, lost: 0 };
}

/** Takes a payment into the sums, or out of them; the order does not matter. */
export function learn(habits: Habits, payment: Settled): void {
  const { pooling, all, byWeekday } = habits;
  const { dueOn, paidOn, share } = payment;
  const cell = cellOf(paidOn - dueOn);
  const weight = share * weightOf(paidOn, ORGANIZATION_DAYS);
  habits.paid += share;
  addDelay(all, cell, weight);
  const sameWeekday = byWeekday[weekdayOf(dueOn)];
  if (sameWeekday) addDelay(sameWeekday, cell, weight);
  const own = customerOf(habits, payment.customerId);
  addToDrift(own.drift, payment);
  if (pooling.customerStrength === Number.POSITIVE_INFINITY) return;
  addDelay(own.all, cell, share * weightOf(paidOn, pooling.customerDays));
  for (const { key, days } of groupsOf(payment, pooling)) {
    const sums = own.groups.get(key) ?? noSums();
    own.groups.set(key, sums);
    addDelay(sums, cell, share * weightOf(paidOn, days));
  }
}

/** Counts invoices, or parts of one, that were written off; below 0 takes them back. */
export function learnLoss(habits: Habits, share: number): void {
  habits.lost += share;
}

/** A group of a customer's payments that an item belongs to. */
export interface Group {
  readonly key: number;
  /** Days in which payments of the group fade, and how many of the wider group they are weighed against. */
  readonly days: number;
  readonly strength: number;
}

/** The groups of its customer's payments that an item belongs to, each shrunk to the one before it. */
export function groupsOf(item: Payable, pooling: Pooling): Group[] {
  const weekday = weekdayOf(item.dueOn);
  const groups = [{ key: weekday, days: pooling.weekdayDays, strength: pooling.weekdayStrength }];
  if (pooling.monthDayStrength < Number.POSITIVE_INFINITY)
    groups.push({
      key: 100 + monthDayOf(item.dueOn),
      days: Number.POSITIVE_INFINITY,
      strength: pooling.monthDayStrength,
    });
  if (pooling.sizeStrength < Number.POSITIVE_INFINITY)
    groups.push({
      key: 200 + 7 * sizeOf(item.amountMinor) + weekday,
      days: Number.POSITIVE_INFINITY,
      strength: pooling.sizeStrength,
    });
  return groups;
}

/** Half a power of ten: amounts of one size are within a factor of about three. */
function sizeOf(amountMinor: number): number {
  return Math.floor(2 * Math.log10(Math.max(1, amountMinor)));
}

/** A customer's sums, begun where there are none. */
export function customerOf({ customers }: Habits, customerId: string): CustomerHabits {
  const known = customers.get(customerId);
  if (known) return known;
  const own = { all: noSums(), groups: new Map<number, DelaySums>(), drift: noDrift() };
  customers.set(customerId, own);
  return own;
}
