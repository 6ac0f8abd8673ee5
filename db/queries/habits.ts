import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { dayNumber } from '@/lib/domain/forecast/delays';
import type { DriftSum } from '@/lib/domain/forecast/drift';
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
import { driftSums } from '../drift-sums';
import { type BooksAt, idList } from '../expressions';
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
  const later = await settledDelays(tx, at, { after: until, upTo: null });
  const changing = [...new Set(later.map(({ customerId }) => customerId))];
  const drifts = await keptDrifts(tx, at.currency, changing);
  const others = await othersDrift(tx, at.currency, changing);
  const undone = later.map((one) => ({ ...one, share: -one.share }));
  const asOf = dayNumber(at.asOf);
  return {
    until: (pooling) => {
      const habits = habitsFrom({ sums, drifts, others }, pooling);
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

/** Everybody's sums, and of these customers what counts to the poolings. A row per customer, as JSON: the driver reads many rows, and long arrays, slowly. */
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
  const sumsOf = (whose: SQL, parts: { readonly codes: SQLWrapper; readonly weights: SQLWrapper }) => sql`
    select ${customerId} as "customerId", '[' || string_agg(concat('[', ${weekday}, ',[', array_to_string(${parts.codes}, ','), '],[',
      array_to_string(${parts.weights}, ','), ']]'), ',') || ']' as sums
    from ${delaySums} where ${eq(delaySums.currency, currency)} and ${whose} group by ${customerId}`;
  const everybody = sumsOf(eq(customerId, EVERYBODY), { codes, weights });
  const own = sumsOf(sql`${customerId} = any(${idList([...new Set(customerIds)])})`, {
    codes: sliceOf(codes),
    weights: sliceOf(weights),
  });
  const rows = await tx.execute<SumsRow>(ranges.length > 0 ? sql`${everybody} union all ${own}` : everybody);
  return rows.flatMap(({ customerId: id, sums }) => readSums(id, JSON.parse(sums)));
}

interface SumsRow extends Record<string, unknown> {
  readonly customerId: string;
  readonly sums: string;
}

function readSums(
  customerId: string,
  sums: readonly (readonly [weekday: number, codes: number[], weights: number[]])[],
): KeptSums[] {
  return sums.map(([weekday, codes, weights]) => ({ customerId, weekday, codes, weights }));
}

/** How each of some customers drifts. */
async function keptDrifts(tx: Tx, currency: string, customerIds: readonly string[]): Promise<KeptDrift[]> {
  if (customerIds.length === 0) return [];
  const whose = sql`${delaySums.customerId} = any(${idList(customerIds)})`;
  return tx.execute<DriftRow>(sql`select customer_id as "customerId", lately, lately_delay as "latelyDelay", usually,
    usually_delay as "usuallyDelay" from ${driftSums(currency, whose)} as drifts`);
}

interface DriftRow extends Record<string, unknown>, KeptDrift {}

/** How all customers but some drift, added up as `driftDays` does: large books have too many of them to be read one by one. */
async function othersDrift(tx: Tx, currency: string, but: readonly string[]): Promise<DriftSum> {
  const whose = sql`${delaySums.customerId} <> all(${idList([EVERYBODY, ...but])})`;
  const [row] = await tx.execute<SumRow>(sql`select coalesce(sum(lately), 0) as weight,
      coalesce(sum(lately_delay - lately * usually_delay / usually), 0) as later
    from ${driftSums(currency, whose)} as drifts where usually > 0`);
  if (!row) throw new Error('a sum without a row');
  return row;
}

interface SumRow extends Record<string, unknown>, DriftSum {}
