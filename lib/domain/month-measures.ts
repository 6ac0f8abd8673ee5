import {
  averageDays,
  averageDaysDelinquent,
  collectionEffectiveness,
  countBackDso,
  daysSalesOutstanding,
  percentCurrent,
  turnover,
  type WeightedDays,
} from './measures';
import { type Minor, sumOf } from './money';

/** Months of which a turnover is made, and which a count-back goes back at most. */
export const YEAR = 12;

/** What the measures of one month are made of. */
export interface MeasuredMonth {
  readonly days: number;
  readonly openingMinor: Minor;
  readonly salesMinor: Minor;
  readonly closingMinor: Minor;
  readonly currentMinor: Minor;
  readonly paid: WeightedDays;
  readonly late: WeightedDays;
}

/** The measures of a month; null where there is nothing to divide by. */
export interface MonthMeasures {
  readonly dso: number | null;
  readonly bestPossibleDso: number | null;
  readonly averageDaysDelinquent: number | null;
  readonly countBackDso: number | null;
  /** The same of what is not past due. */
  readonly bestPossibleCountBackDso: number | null;
  readonly cei: number | null;
  readonly percentCurrent: number | null;
  /** Of the year that ends with the month; null when fewer months are given. */
  readonly turnover: number | null;
  readonly averageDaysLate: number | null;
  readonly paymentVelocity: number | null;
}

/** The measures of the last of these months, which are in order; those before it are for what looks back. */
export function monthMeasures(months: readonly MeasuredMonth[]): MonthMeasures | null {
  const month = months.at(-1);
  if (!month) return null;
  const { openingMinor, salesMinor, closingMinor, currentMinor } = month;
  const dso = daysSalesOutstanding(closingMinor, month);
  const bestPossibleDso = daysSalesOutstanding(currentMinor, month);
  return {
    dso,
    bestPossibleDso,
    averageDaysDelinquent: averageDaysDelinquent(dso, bestPossibleDso),
    countBackDso: countBackDso(closingMinor, months.toReversed()),
    bestPossibleCountBackDso: countBackDso(currentMinor, months.toReversed()),
    cei: collectionEffectiveness({
      beginningMinor: openingMinor,
      salesMinor,
      months: 1,
      endingMinor: closingMinor,
      endingCurrentMinor: currentMinor,
    }),
    percentCurrent: percentCurrent(currentMinor, closingMinor),
    turnover: yearlyTurnover(months.slice(-YEAR)),
    averageDaysLate: averageDays(month.late),
    paymentVelocity: averageDays(month.paid),
  };
}

/** Sales of a year ÷ the mean of the balances at its beginning and at the end of each month. */
function yearlyTurnover(year: readonly MeasuredMonth[]): number | null {
  const [first] = year;
  if (!first || year.length < YEAR) return null;
  const balances = sumOf([first.openingMinor, ...year.map((month) => month.closingMinor)]);
  return turnover(sumOf(year.map((month) => month.salesMinor)), balances / (YEAR + 1));
}
