import { and, eq, ne, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { dayNumber } from '@/lib/domain/forecast/delays';
import { type Habits, noHabits } from '@/lib/domain/forecast/habits';
import {
  codesFor,
  EVERYBODY,
  habitsFrom,
  type KeptDrift,
  type KeptSums,
} from '@/lib/domain/forecast/kept-habits';
import { learnUntil, type Observation } from '@/lib/domain/forecast/past-forecasts';
import type { Pooling } from '@/lib/domain/forecast/pooling';
import type { BooksAt } from '../expressions';
import { delaySums } from '../schema/delay-sums';
import type { Tx } from '../scope';
import { settledDelays } from './settled-delays';

/** How customers paid until a day, and what was seen since. */
export interface PastHabits {
  /** What was known at the close of that day, made anew each time, so that it may be added to. */
  readonly until: (pooling: Pooling) => Habits;
  /** What counts after it, up to the moment's day, in that order. */
  readonly since: readonly Observation[];
}

interface Asked {
  readonly until: PlainDate;
  readonly customerIds: readonly string[];
  readonly poolings: readonly Pooling[];
}

/**
 * Habits at the close of the day `until`, as far as they matter to these customers and to the poolings that will be asked for. As
 * known today they are the sums that the database keeps, less what counts only later; as known at an earlier instant they are
 * learned from the ledger.
 */
export async function pastHabits(
  tx: Tx,
  at: BooksAt,
  { until, customerIds, poolings }: Asked,
): Promise<PastHabits> {
  if (at.knownAt !== null) return learnedHabits(tx, at, until);
  const sums = await keptSums(tx, at.currency, { customerIds, poolings });
  const drifts = await keptDrifts(tx, at.currency);
  const later = await settledDelays(tx, at, { after: until, upTo: null });
  const undone = later.map((one) => ({ ...one, share: -one.share }));
  const asOf = dayNumber(at.asOf);
  return {
    until: (pooling) => {
      const habits = habitsFrom({ sums, drifts }, pooling);
      learnUntil(habits, undone, { known: 0, today: Number.POSITIVE_INFINITY });
      return habits;
    },
    since: later.filter(({ countsFrom }) => countsFrom <= asOf),
  };
}

async function learnedHabits(tx: Tx, at: BooksAt, until: PlainDate): Promise<PastHabits> {
  const today = dayNumber(until);
  const seen = await settledDelays(tx, at, { after: null, upTo: at.asOf });
  return {
    until: (pooling) => {
      const habits = noHabits(pooling);
      learnUntil(habits, seen, { known: 0, today });
      return habits;
    },
    since: seen.filter(({ countsFrom }) => countsFrom > today),
  };
}

/** Everybody's sums, and of these customers what counts to the poolings. As JSON, for the driver reads long arrays slowly. */
async function keptSums(
  tx: Tx,
  currency: string,
  { customerIds, poolings }: Pick<Asked, 'customerIds' | 'poolings'>,
): Promise<KeptSums[]> {
  const { customerId, weekday, codes, weights } = delaySums;
  const ranges = codesFor(poolings);
  // Codes rise, so a range of them is a slice.
  const sliceOf = (column: typeof codes | typeof weights) =>
    sql.join(
      ranges.map(
        ([from, to]) =>
          sql`${column}[width_bucket(${from - 1}::int, ${codes}) + 1 : width_bucket(${to}::int, ${codes})]`,
      ),
      sql` || `,
    );
  const everybody = sql`select ${customerId} as "customerId", ${weekday}, to_json(${codes}) as codes, to_json(${weights}) as weights
    from ${delaySums} where ${eq(delaySums.currency, currency)} and ${eq(customerId, EVERYBODY)}`;
  if (ranges.length === 0) return tx.execute<SumsRow>(everybody);
  const among = `{${[...new Set(customerIds)].join(',')}}`;
  return tx.execute<SumsRow>(sql`${everybody}
    union all select ${customerId}, ${weekday}, to_json(${sliceOf(codes)}), to_json(${sliceOf(weights)}) from ${delaySums}
    where ${eq(delaySums.currency, currency)} and ${customerId} = any(${among}::uuid[])`);
}

interface SumsRow extends Record<string, unknown>, KeptSums {}

/** The third to sixth weights of every customer: always there, for their codes are the smallest. */
async function keptDrifts(tx: Tx, currency: string): Promise<KeptDrift[]> {
  const sum = (position: number) =>
    sql<number>`sum(${delaySums.weights}[${sql.raw(String(position))}])`.mapWith(Number);
  return tx
    .select({
      customerId: delaySums.customerId,
      lately: sum(3),
      latelyDelay: sum(4),
      usually: sum(5),
      usuallyDelay: sum(6),
    })
    .from(delaySums)
    .where(and(eq(delaySums.currency, currency), ne(delaySums.customerId, EVERYBODY)))
    .groupBy(delaySums.customerId);
}
