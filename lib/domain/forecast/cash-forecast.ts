import { largestFirst } from '../largest-first';
import { type Minor, split, sumOf, toMinor, ZERO } from '../money';
import { type Block, chanceOf, expectedOf, type Horizon, weeklyBlocks } from './blocks';
import { type Chances, LARGE, sumQuantiles } from './cash-sum';
import type { ClaimedDebit } from './claimed';
import type { PaidBy } from './distribution';

/** How far past forecasts of one week, and of all the weeks of a total, missed beyond chance: a part of the amount. */
export interface SystematicError {
  readonly week: number;
  readonly total: number;
}

/** An amount that is not certain: its mean, and what it exceeds with 90, 50 and 10 % probability. */
export interface AmountRange {
  readonly expectedMinor: Minor;
  readonly p10Minor: Minor;
  readonly p50Minor: Minor;
  readonly p90Minor: Minor;
}

/** The cash of the open book, one currency. Expected weeks, later, lost and disputed add up to what is open, exactly. */
export interface CashForecast {
  readonly weeks: readonly AmountRange[];
  /** The first weeks together, at most `TOTAL_WEEKS`; a range of the sum, which is narrower than the sum of ranges. */
  readonly total: AmountRange & { readonly weeks: number };
  readonly laterMinor: Minor;
  readonly lostMinor: Minor;
  readonly disputedMinor: Minor;
  readonly openMinor: Minor;
}

/**
 * The one amount that stands for a range: the mean, or the middle where the mean lies outside of the range that holds most
 * outcomes, because all depends on one large invoice.
 */
export function typicalOf({ expectedMinor, p10Minor, p50Minor, p90Minor }: AmountRange): Minor {
  return p10Minor <= expectedMinor && expectedMinor <= p90Minor ? expectedMinor : p50Minor;
}

/** Weeks of the total. */
export const TOTAL_WEEKS = 4;

/** When open debits will be paid, week by week.  */
export function cashForecast(
  debits: readonly ClaimedDebit[],
  paidBy: PaidBy,
  { horizon, error }: { readonly horizon: Horizon; readonly error: SystematicError },
): CashForecast {
  const blocks = largestFirst(weeklyBlocks(debits, paidBy, horizon), LARGE, ({ amount }) => amount);
  const openMinor = sumOf(debits.map((debit) => debit.openMinor));
  const disputedMinor = sumOf(debits.map((debit) => debit.disputedMinor));
  const shares = shareOut(toMinor(openMinor - disputedMinor), expectedOf(blocks, horizon));
  const weekly = shares.slice(0, horizon.weeks);
  const counted = Math.min(TOTAL_WEEKS, horizon.weeks);
  return {
    weeks: weekly.map((expectedMinor, week) =>
      range(expectedMinor, chancesOf(blocks, week, week + 1), error.week),
    ),
    total: {
      weeks: counted,
      ...range(sumOf(weekly.slice(0, counted)), chancesOf(blocks, 0, counted), error.total),
    },
    laterMinor: shares[horizon.weeks] ?? ZERO,
    lostMinor: shares[horizon.weeks + 1] ?? ZERO,
    disputedMinor,
    openMinor,
  };
}

function chancesOf(blocks: readonly Block[], from: number, to: number): Chances {
  const amounts = new Float64Array(blocks.length);
  const probabilities = new Float64Array(blocks.length);
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i];
    if (!block) continue;
    const { amount, probability } = chanceOf(block, { from, to });
    amounts[i] = amount;
    probabilities[i] = probability;
  }
  return { amounts, probabilities };
}

function range(expectedMinor: Minor, chances: Chances, error: number): AmountRange {
  const [p10 = 0, p50 = 0, p90 = 0] = sumQuantiles(chances, error * expectedMinor, [0.1, 0.5, 0.9]);
  const whole = (amount: number) => toMinor(Math.round(amount));
  return { expectedMinor, p10Minor: whole(p10), p50Minor: whole(p50), p90Minor: whole(p90) };
}

/** Whole minor units in proportion to expected amounts, adding up to `total`. */
function shareOut(total: Minor, expected: readonly number[]): Minor[] {
  const sum = expected.reduce((a, b) => a + b, 0);
  if (sum === 0) return expected.map(() => ZERO);
  return split(
    total,
    expected.map((part) => Math.round((part / sum) * 2 ** 50)),
  );
}
