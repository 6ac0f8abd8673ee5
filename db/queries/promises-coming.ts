import { and, gt, sql } from 'drizzle-orm';
import { addDays, addMonths, type PlainDate } from '@/lib/domain/dates';
import { type Minor, ZERO } from '@/lib/domain/money';
import { YEAR } from '@/lib/domain/month-measures';
import { type BooksAt, countRows, sumMinor } from '../expressions';
import type { Tx } from '../scope';
import { promiseGraceDays } from './promise-receipts';
import { promisesAt } from './promises-at';

/** Days ahead in which promised money is counted. */
const DAYS_AHEAD = 14;

/** What is promised for the next days, and what became of the promises whose last day, with grace, lay in the year before. */
export interface PromisesComing {
  /** The last day that counts, 14 days on. */
  readonly until: PlainDate;
  /** What is still to arrive for promises that are live and for a day up to `until`, of each no more than is open. */
  readonly amountMinor: Minor;
  readonly count: number;
  /** Promises that came due, and those of them that were kept in full. */
  readonly dueCount: number;
  readonly keptCount: number;
  readonly dueMinor: Minor;
  readonly keptMinor: Minor;
  /** Of their number; null when none came due. */
  readonly keptPercent: number | null;
}

/** What is promised for the next 14 days, and the share of last year's promises that was kept. */
export async function promisesComing(tx: Tx, at: BooksAt): Promise<PromisesComing> {
  const promised = promisesAt(at, await promiseGraceDays(tx));
  const until = addDays(at.asOf, DAYS_AHEAD);
  const isKept = sql`${promised.receivedMinor} >= ${promised.amountMinor}`;
  // The days first: what is still to arrive is summed up only for the few promises that are of these.
  const isOfDays = sql`${promised.lastOn} >= ${at.asOf} and ${promised.promisedFor} <= ${until}`;
  const isComing = sql`(${isOfDays} and not ${isKept} and ${promised.restMinor} > 0)`;
  const cameDue = sql`${promised.lastOn} < ${at.asOf}`;
  const kept = and(cameDue, isKept);
  const [row] = await tx
    .select({
      amountMinor: sumMinor(promised.restMinor, isComing),
      count: countRows(isComing),
      dueCount: countRows(cameDue),
      keptCount: countRows(kept),
      dueMinor: sumMinor(promised.amountMinor, cameDue),
      keptMinor: sumMinor(promised.amountMinor, kept),
    })
    .from(promised)
    .where(gt(promised.lastOn, addMonths(at.asOf, -YEAR)));
  const found = row ?? NONE;
  const keptPercent = found.dueCount === 0 ? null : (100 * found.keptCount) / found.dueCount;
  return { until, ...found, keptPercent };
}

const NONE = { amountMinor: ZERO, count: 0, dueCount: 0, keptCount: 0, dueMinor: ZERO, keptMinor: ZERO };
