import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { earlier, type PlainDate } from '@/lib/domain/dates';
import type { LineInput } from '@/lib/domain/invoice-lines';
import { occurrencesBetween, type Recurrence } from '@/lib/domain/recurrence';
import { countRows } from '../expressions';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import { recurringInvoices, recurringPeriods } from '../schema/recurring-invoices';
import type { Tx } from '../scope';
import { isOfNamed } from './customers';

/** An invoice that repeats; its lines are as they are billed each time. */
export type RecurringInvoice = Omit<typeof recurringInvoices.$inferSelect, 'lines'> & {
  readonly customer: string;
  readonly lines: readonly RecurringLine[];
};

/** A line of it: everything that pricing and posting need. */
type RecurringLine = LineInput & { readonly serviceId?: string; readonly beneficiaryId?: string };

/** A period that was billed, or passed over while the rhythm was paused. */
export interface BilledPeriod {
  readonly periodOn: PlainDate;
  /** Null when it was passed over. */
  readonly documentId: string | null;
  readonly number: string | null;
}

/** Which rhythms are meant; all when nothing is given. */
interface RecurringFilter {
  readonly customerId?: string | undefined;
  /** Part of the customer's name or code, or of a line. */
  readonly q?: string | undefined;
  readonly state?: { readonly is: 'active' | 'paused' | 'ended'; readonly today: PlainDate } | undefined;
}

/** A rhythm with periods that are to be billed. */
export interface DueRecurring {
  readonly recurring: RecurringInvoice;
  /** The oldest first, at most so many as were asked for. */
  readonly periods: readonly PlainDate[];
}

/** Rhythms, the newest first, one page. `next` is the last id; null on the last page. */
export async function recurringList(
  tx: Tx,
  filter: RecurringFilter,
  { limit, afterId }: { readonly limit: number; readonly afterId: string | null },
): Promise<{ rows: RecurringInvoice[]; next: string | null }> {
  // Ids begin with the time at which they were made.
  const rows = await select(tx)
    .where(and(matching(filter), afterId ? sql`${recurringInvoices.id} < ${afterId}::uuid` : undefined))
    .orderBy(desc(recurringInvoices.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit).map(flat);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** How many rhythms the filters match. */
export async function recurringCount(tx: Tx, filter: RecurringFilter): Promise<number> {
  const [row] = await tx.select({ count: countRows() }).from(recurringInvoices).where(matching(filter));
  return row?.count ?? 0;
}

function matching({ customerId, q, state }: RecurringFilter): SQL | undefined {
  const { customerId: of, lines } = recurringInvoices;
  const says = sql`exists (select from jsonb_path_query(${lines}, '$[*].description') as word
    where strpos(lower(word #>> '{}'), lower(${q ?? ''})) > 0)`;
  return and(
    customerId ? eq(of, customerId) : undefined,
    q ? or(isOfNamed(of, q), says) : undefined,
    state ? isIn(state) : undefined,
  );
}

/** The state of a rhythm by a day, in SQL: as `recurringState` says it. */
function isIn({ is, today }: NonNullable<RecurringFilter['state']>): SQL | undefined {
  const { endsOn, pausedOn } = recurringInvoices;
  if (is === 'ended') return lt(endsOn, today);
  const goesOn = or(isNull(endsOn), gte(endsOn, today));
  return and(goesOn, is === 'paused' ? isNotNull(pausedOn) : isNull(pausedOn));
}

/** One rhythm; null when there is none that the actor may see. */
export async function recurringById(tx: Tx, id: string): Promise<RecurringInvoice | null> {
  const [row] = await select(tx).where(eq(recurringInvoices.id, id));
  return row ? flat(row) : null;
}

/** The latest day that each of these rhythms has billed or passed over; a rhythm that has none is left out. */
export async function lastPeriods(tx: Tx, ids: readonly string[]): Promise<Map<string, PlainDate>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: recurringPeriods.recurringId,
      last: sql<PlainDate>`max(${recurringPeriods.periodOn})::text`,
    })
    .from(recurringPeriods)
    .where(inArray(recurringPeriods.recurringId, [...ids]))
    .groupBy(recurringPeriods.recurringId);
  return new Map(rows.map(({ id, last }) => [id, last]));
}

/** What a rhythm has billed or passed over, the latest first, at most `most`. */
export function billedPeriods(tx: Tx, recurringId: string, most: number): Promise<BilledPeriod[]> {
  return tx
    .select({
      periodOn: recurringPeriods.periodOn,
      documentId: recurringPeriods.documentId,
      number: documents.number,
    })
    .from(recurringPeriods)
    .leftJoin(documents, eq(documents.id, recurringPeriods.documentId))
    .where(eq(recurringPeriods.recurringId, recurringId))
    .orderBy(desc(recurringPeriods.periodOn))
    .limit(most);
}

/**
 * Rhythms of customers in business with periods that should have been billed by a day and were not, `most` of each at most. `ids`
 * null means all rhythms.
 */
export async function dueRecurring(
  tx: Tx,
  {
    today,
    ids,
    most,
  }: { readonly today: PlainDate; readonly ids: readonly string[] | null; readonly most: number },
): Promise<DueRecurring[]> {
  const rows = await select(tx)
    .where(
      and(
        lte(recurringInvoices.startsOn, today),
        sql`${customers.archivedAt} is null`,
        ids === null ? undefined : inArray(recurringInvoices.id, [...ids]),
      ),
    )
    .orderBy(recurringInvoices.id);
  const known = await tx
    .select({ recurringId: recurringPeriods.recurringId, periodOn: recurringPeriods.periodOn })
    .from(recurringPeriods)
    .where(ids === null ? undefined : inArray(recurringPeriods.recurringId, [...ids]));
  const billed = new Map<string, Set<PlainDate>>();
  for (const { recurringId, periodOn } of known)
    billed.set(recurringId, (billed.get(recurringId) ?? new Set()).add(periodOn));
  return rows.map(flat).flatMap((recurring) => {
    const open = unbilled(recurring, { today, billed: billed.get(recurring.id) ?? new Set() });
    return open.length > 0 ? [{ recurring, periods: open.slice(0, most) }] : [];
  });
}

/** Days to bill by a day: none from the day on which it was paused. */
export function unbilled(
  { every, startsOn, endsOn, pausedOn }: Recurrence & { readonly pausedOn: PlainDate | null },
  { today, billed }: { readonly today: PlainDate; readonly billed: ReadonlySet<PlainDate> },
): PlainDate[] {
  const to = pausedOn === null ? today : earlier(today, pausedOn);
  const days = occurrencesBetween({ every, startsOn, endsOn }, { from: startsOn, to, most: MOST_PERIODS });
  return days.filter((day) => !billed.has(day) && (pausedOn === null || day < pausedOn));
}

/** Weekly for three hundred years; no rhythm has more. */
const MOST_PERIODS = 15_700;

function select(tx: Tx) {
  return tx
    .select({ recurring: recurringInvoices, customer: customers.name })
    .from(recurringInvoices)
    .innerJoin(customers, eq(customers.id, recurringInvoices.customerId))
    .$dynamic();
}

function flat({
  recurring,
  customer,
}: {
  readonly recurring: typeof recurringInvoices.$inferSelect;
  readonly customer: string;
}): RecurringInvoice {
  // Only `createRecurringInvoice` writes them, filled in.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the column is JSON of any shape
  return { ...recurring, customer, lines: recurring.lines as RecurringLine[] };
}
