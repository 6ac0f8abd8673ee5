import type { Minor } from './money';
import { sumOf } from './money';
import { type MeasuredMonth, monthMeasures, YEAR } from './month-measures';

/** Which way a figure should go; null when neither is better. */
type Better = 'lower' | 'higher' | null;

/** A figure that is followed month by month. */
export interface KeyFigure<T extends number | null> {
  readonly now: T;
  /** At the end of the month before. */
  readonly before: T;
  readonly better: Better;
  /** At the end of each of the last twelve months, oldest first; the last is now. */
  readonly months: readonly T[];
}

/** The figures that are followed month by month. */
export interface MonthlyFigures {
  /** All that is owed, unapplied credits taken off. */
  readonly owed: KeyFigure<Minor>;
  /** What is open of invoices, fees and the like; credits are not taken off. */
  readonly billed: KeyFigure<Minor>;
  /** What of `billed` is past due. */
  readonly late: KeyFigure<Minor>;
  /** Days sales outstanding, counted back; null when the sales of a year do not reach. */
  readonly dso: KeyFigure<number | null>;
  /** The same of what is not past due: what it would be if everybody paid on terms. */
  readonly bestPossibleDso: KeyFigure<number | null>;
  /** Collection effectiveness of the month, in percent. */
  readonly cei: KeyFigure<number | null>;
}

/** A month as far as the figures need it. */
export type FiguredMonth = MeasuredMonth & { readonly pastDueMinor: Minor };

/** Months that `monthlyFigures` needs: a year to show, and one before it to count back into. */
export const FIGURED_MONTHS = 2 * YEAR;

/** The figures of the last twelve of `FIGURED_MONTHS` months, which are in order. @throws RangeError when there are fewer. */
export function monthlyFigures(months: readonly FiguredMonth[]): MonthlyFigures {
  if (months.length < FIGURED_MONTHS) throw new RangeError(`Give ${FIGURED_MONTHS} months.`);
  const shown = months.slice(-YEAR);
  const measures = shown.map((_, i) => monthMeasures(months.slice(i, months.length - YEAR + i + 1)));
  return {
    owed: keyFigure(
      null,
      shown.map((month) => month.closingMinor),
    ),
    billed: keyFigure(
      null,
      shown.map((month) => sumOf([month.currentMinor, month.pastDueMinor])),
    ),
    late: keyFigure(
      'lower',
      shown.map((month) => month.pastDueMinor),
    ),
    dso: keyFigure(
      'lower',
      measures.map((each) => each?.countBackDso ?? null),
    ),
    bestPossibleDso: keyFigure(
      'lower',
      measures.map((each) => each?.bestPossibleCountBackDso ?? null),
    ),
    cei: keyFigure(
      'higher',
      measures.map((each) => each?.cei ?? null),
    ),
  };
}

function keyFigure<T extends number | null>(better: Better, months: readonly T[]): KeyFigure<T> {
  const [now, before] = [months.at(-1), months.at(-2)];
  if (now === undefined || before === undefined) throw new RangeError('A figure needs two months.');
  return { now, before, better, months };
}
