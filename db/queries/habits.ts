import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { dayNumber } from '@/lib/domain/forecast/delays';
import type { DriftSum } from '@/lib/domain/forecast/drift';
import { type Habits, noHabits, type Payable } from '@/lib/domain/forecast/habits';
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
import { readSentSums } from '../sent-sums';
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
  /** What the habits will be asked about. */
  readonly items: readonly Payable[];
  readonly poolings: readonly Pooling[];
}

/**
 * Habits at the close of the day `until`, as far as they matter to these items and to the poolings that will be asked for. As
 * known today they are the sums that the database keeps, less what counts only later; as known at an earlier instant they are
 * learned from the ledger.
 */
export async function pastHabits(
  tx: Tx,
  at: BooksAt,
  { until, items, poolings }: Asked,
): Promise<PastHabits> {
  if (at.knownAt !== null) return learnedHabits(tx, at, until);
  const later = await settledDelays(tx, at, { after: until, upTo: null });
  const changing = [...new Set(later.map(({ customerId }) => customerId))];
  // Asked for at once: while the one is taken over, the database reads the next.
  const [sums, drifts, others] = await Promise.all([
    keptSums(tx, at.currency, { items, poolings }),
    keptDrifts(tx, at.currency, changing),
    othersDrift(tx, at.currency, changing),
  ]);
  const undone = later.map((one) => ({ ...one, share: -one.share }));
  const asOf = dayNumber(at.asOf);
  return {
    until: (pooling) => {
      const habits = habitsFrom({ sums, drifts, others, items }, pooling);
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

/** Customers whose sums one statement reads: while the database writes those of the next, these are taken over. */
const AT_ONCE = 4_000;

/** Everybody's sums, and of the customers of these items what counts to the poolings. */
async function keptSums(
  tx: Tx,
  currency: string,
  { items, poolings }: Pick<Asked, 'items' | 'poolings'>,
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
  const read = async (whose: SQL, parts: { readonly codes: SQLWrapper; readonly weights: SQLWrapper }) => {
    const rows = await tx.execute<SumsRow>(sql`select ${customerId} as "customerId",
        string_agg(int2send(${weekday}) || array_send(${parts.codes}) || array_send(${parts.weights}), '') as sums
      from ${delaySums} where ${eq(delaySums.currency, currency)} and ${whose} group by ${customerId}`);
    return rows.map(
      (row): KeptSums => ({
        customerId: row.customerId,
        each: (take) => readSentSums(row.sums, take),
      }),
    );
  };
  const own = { codes: sliceOf(codes), weights: sliceOf(weights) };
  const all = ranges.length > 0 ? [...new Set(items.map((item) => item.customerId))] : [];
  const parts = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, part) =>
    read(sql`${customerId} = any(${idList(all.slice(part * AT_ONCE, (part + 1) * AT_ONCE))})`, own),
  );
  return (await Promise.all([read(eq(customerId, EVERYBODY), { codes, weights }), ...parts])).flat();
}

interface SumsRow extends Record<string, unknown> {
  readonly customerId: string;
  readonly sums: Uint8Array;
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
