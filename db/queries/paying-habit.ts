import { addMonths } from '@/lib/domain/dates';
import { usualDaysLate } from '@/lib/domain/health-reason';
import type { BooksAt } from '../expressions';
import type { Tx } from '../scope';
import { type CustomerHealthTrend, customerHealthOf } from './customer-health';
import { healthFacts } from './health-facts';

/** How a customer pays in one currency, and how it did a year before. */
export interface PayingHabit {
  /** Null when it neither owes nor paid anything in the last year. */
  readonly health: CustomerHealthTrend | null;
  /** Days from due to payment over the last twelve months, below 0 early; null when nothing was paid. */
  readonly usualDays: number | null;
  /** The same of the twelve months before. */
  readonly usualDaysBefore: number | null;
}

/** How a customer pays, as of a day. */
export async function payingHabit(tx: Tx, at: BooksAt, customerId: string): Promise<PayingHabit> {
  const health = await customerHealthOf(tx, at, customerId);
  const yearAgo = { ...at, asOf: addMonths(at.asOf, -12) };
  return {
    health,
    usualDays: health && usualDaysLate(health.facts),
    usualDaysBefore: await usualDaysOf(tx, yearAgo, customerId),
  };
}

/** Days from due to payment over the twelve months before a day, below 0 early; null when nothing was paid. */
export async function usualDaysOf(tx: Tx, at: BooksAt, customerId: string): Promise<number | null> {
  const [facts] = await healthFacts(tx, [at], [customerId]);
  return facts ? usualDaysLate(facts) : null;
}
