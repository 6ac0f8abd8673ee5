import { FIGURED_MONTHS, type MonthlyFigures, monthlyFigures } from '@/lib/domain/key-figures';
import { type CountedBack, countBackParts } from '@/lib/domain/measures';
import { YEAR } from '@/lib/domain/month-measures';
import type { BooksAt } from '../expressions';
import type { Tx } from '../scope';
import { type Receivables, receivables } from './key-figures';
import { type MonthInputs, monthlyInputs, monthsUpTo } from './measures';
import { type PromisesComing, promisesComing } from './promises-coming';

/** The figures over the dashboard and on the month-end pack, of one currency. */
export interface KeyFigures extends MonthlyFigures {
  /** What the figures are made of: the last twelve months, oldest first, the last up to the day that is reported on. */
  readonly inputs: readonly MonthInputs[];
  /** What days sales outstanding is made of, newest month first; null when it is. */
  readonly countedBack: readonly CountedBack<MonthInputs>[] | null;
  /** What is open as of the day: counts, mean days past due, customers at risk. */
  readonly open: Receivables;
  readonly promised: PromisesComing;
}

/** What is owed, late, promised and how well it comes in: now, a month before and over a year. */
export async function keyFigures(tx: Tx, at: BooksAt): Promise<KeyFigures> {
  const months = await monthlyInputs(tx, monthsUpTo(at.asOf, FIGURED_MONTHS), at.currency, at);
  const closingMinor = months.at(-1)?.closingMinor;
  if (closingMinor === undefined) throw new Error('no month was read');
  return {
    ...monthlyFigures(months),
    inputs: months.slice(-YEAR),
    countedBack: countBackParts(closingMinor, months.slice(-YEAR - 1).toReversed()),
    open: await receivables(tx, at, { currency: at.currency }),
    promised: await promisesComing(tx, at),
  };
}
