import { type Minor, toMinor } from './money';

// Definitions of the Credit Research Foundation. Amounts are minor units of one currency; answers are days, percentages from 0
// to 100 or plain ratios, unrounded, and null where there is nothing to divide by.

/** Sales of a span, net of credit memos, and its real days. */
export interface SalesPeriod {
  readonly salesMinor: Minor;
  readonly days: number;
}

/** Days sales outstanding: ending receivables × days ÷ credit sales. Null when nothing was sold on balance. */
export function daysSalesOutstanding(endingMinor: Minor, { salesMinor, days }: SalesPeriod): number | null {
  return salesMinor > 0 ? (endingMinor * days) / salesMinor : null;
}

/** Average days delinquent: days sales outstanding less the best possible, which counts only what is not past due. */
export function averageDaysDelinquent(dso: number | null, bestPossible: number | null): number | null {
  return dso === null || bestPossible === null ? null : dso - bestPossible;
}

/** What one month adds to days sales outstanding when counting back. */
export interface CountedBack<Month extends SalesPeriod> {
  readonly month: Month;
  /** What of the month's sales is taken to be unpaid: all of them, or in the last month a part. */
  readonly takenMinor: Minor;
  /** The days that it adds. */
  readonly days: number;
}

/**
 * Days sales outstanding by counting back: months' sales are taken from ending receivables, newest first, each adding its real
 * days, the last pro rata. 0 when nothing is owed; null when the months do not reach back far enough.
 */
export function countBackDso(endingMinor: Minor, newestFirst: readonly SalesPeriod[]): number | null {
  const parts = countBackParts(endingMinor, newestFirst);
  return parts && parts.reduce((sum, part) => sum + part.days, 0);
}

/** The months that `countBackDso` adds up, newest first; null when they do not reach back far enough, or nothing was ever sold. */
export function countBackParts<Month extends SalesPeriod>(
  endingMinor: Minor,
  newestFirst: readonly Month[],
): CountedBack<Month>[] | null {
  if (newestFirst.every(({ salesMinor }) => salesMinor === 0)) return null;
  const parts: CountedBack<Month>[] = [];
  let left: number = endingMinor;
  for (const month of newestFirst) {
    if (left <= 0) break;
    const { salesMinor, days } = month;
    const isLast = salesMinor > left;
    const takenMinor = toMinor(isLast ? left : salesMinor);
    parts.push({ month, takenMinor, days: isLast ? (days * left) / salesMinor : days });
    left -= takenMinor;
  }
  return left > 0 ? null : parts;
}

/** What a collection effectiveness index is made of. */
export interface Collections {
  readonly beginningMinor: Minor;
  readonly salesMinor: Minor;
  /** Months in the period. */
  readonly months: number;
  readonly endingMinor: Minor;
  readonly endingCurrentMinor: Minor;
}

/** Collection effectiveness index: what was collected of what could have been, in percent. */
export function collectionEffectiveness(period: Collections): number | null {
  const available = period.beginningMinor + period.salesMinor / period.months;
  return quotient(100 * (available - period.endingMinor), available - period.endingCurrentMinor);
}

/** How often receivables turn over in a year: annual credit sales ÷ average receivables. */
export function turnover(annualSalesMinor: Minor, averageMinor: number): number | null {
  return quotient(annualSalesMinor, averageMinor);
}

/** What is not past due, in percent of all that is owed. */
export function percentCurrent(currentMinor: Minor, totalMinor: Minor): number | null {
  return quotient(100 * currentMinor, totalMinor);
}

/** An amount and how many days it took: from due to settlement, early below 0; or from issue to payment. */
export interface TimedAmount {
  readonly amountMinor: Minor;
  readonly days: number;
}

/** Amounts and days summed up: Σ amount, and Σ amount × days. */
export interface WeightedDays {
  readonly amountMinor: number;
  readonly amountDays: number;
}

/** Amount-weighted days: average days late of days past due, payment velocity of days since issue. */
export function averageDays({ amountMinor, amountDays }: WeightedDays): number | null {
  return quotient(amountDays, amountMinor);
}

/** The sums of many amounts, for `averageDays`. */
export function weigh(amounts: readonly TimedAmount[]): WeightedDays {
  return {
    amountMinor: amounts.reduce((sum, each) => sum + each.amountMinor, 0),
    amountDays: amounts.reduce((sum, each) => sum + each.amountMinor * each.days, 0),
  };
}

/** Average days overdue: the mean days past due over the items that are past due. */
export function averageDaysOverdue(sumOfDays: number, itemCount: number): number | null {
  return quotient(sumOfDays, itemCount);
}

function quotient(numerator: number, denominator: number): number | null {
  // Adding 0 turns -0 into 0, which would otherwise print as "-0".
  return denominator === 0 ? null : numerator / denominator + 0;
}
