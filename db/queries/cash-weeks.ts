import { and, eq, gt, gte, inArray, or, sql } from 'drizzle-orm';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import {
  type DueDateForecast,
  dueDateForecast,
  FORECAST_SLOTS,
  type Said,
} from '@/lib/domain/due-date-forecast';
import { type Minor, sumOf, ZERO } from '@/lib/domain/money';
import { type BooksAt, knownBy, openItemsAt, sumMinor } from '../expressions';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { claimsAt } from './claims-at';

/** Weeks that are looked back on. */
const WEEKS_BACK = 6;

/** What came in during a week, bounced payments taken off on the day on which they bounced. */
interface ReceivedWeek {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly receivedMinor: Minor;
}

/** What falls due in a week, or was promised for a day of it. */
interface DueWeek {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly expectedMinor: Minor;
}

/** Money in and money that falls due, by weeks of seven days that end, or begin, with the day that is reported on. */
export interface CashWeeks
  extends Pick<DueDateForecast, 'overdueMinor' | 'laterMinor' | 'disputedMinor' | 'promisedMinor'> {
  /** Oldest first; the last ends on the day. */
  readonly received: readonly ReceivedWeek[];
  /** Soonest first; the first begins on the day after. */
  readonly expected: readonly DueWeek[];
  /** All that is open of invoices, fees and the like: overdue, weeks, later and disputed add up to it. */
  readonly openMinor: Minor;
}

/** What came in during the last six weeks, and what falls due in the next six. */
export async function cashWeeks(tx: Tx, at: BooksAt): Promise<CashWeeks> {
  const openBySlot = await openSlots(tx, at);
  const { weeks, ...forecast } = dueDateForecast(openBySlot, await whatWasSaid(tx, at), at.asOf);
  return {
    received: await receivedWeeks(tx, at),
    expected: weeks.map(({ amountMinor, ...week }) => ({ ...week, expectedMinor: amountMinor })),
    ...forecast,
    openMinor: sumOf(openBySlot),
  };
}

/** What is open of debits by slot of the forecast. The TypeScript twin of the expression is `slotOf`. */
async function openSlots(tx: Tx, at: BooksAt): Promise<Minor[]> {
  const items = openItemsAt(at, { basis: 'due', bounds: [0] });
  const ahead = sql`greatest(1, ceil((${items.dueOn} - ${at.asOf}::date) / 7.0))::int`;
  const slot = sql<number>`case when ${items.dueOn} < ${at.asOf} then 0
    else least(${ahead}, ${sql.raw(String(FORECAST_SLOTS - 1))}) end`.as('slot');
  const slots = tx
    .select({ slot, openMinor: items.openMinor })
    .from(items)
    .where(and(eq(items.currency, at.currency), gt(items.openMinor, ZERO)))
    .as('slots');
  const rows = await tx
    .select({ slot: slots.slot, openMinor: sumMinor(slots.openMinor).as('sum') })
    .from(slots)
    .groupBy(slots.slot);
  return Array.from(
    { length: FORECAST_SLOTS },
    (_, i) => rows.find((row) => row.slot === i)?.openMinor ?? ZERO,
  );
}

/** The disputes and live promises of the moment, and the open items that they are about. */
async function whatWasSaid(tx: Tx, at: BooksAt): Promise<Said> {
  const { disputes, promises } = await claimsAt(tx, at);
  const documentIds = [...disputes, ...promises].flatMap(({ documentId }) => documentId ?? []);
  const customerIds = promises.flatMap((each) => (each.documentId === null ? each.customerId : []));
  if (documentIds.length + customerIds.length === 0) return { items: [], disputes, promises };
  const items = openItemsAt(at, { basis: 'due', bounds: [0] });
  const about = await tx
    .select({
      itemId: items.itemId,
      documentId: items.documentId,
      customerId: items.customerId,
      dueOn: items.dueOn,
      openMinor: items.openMinor,
    })
    .from(items)
    .where(
      and(
        eq(items.currency, at.currency),
        gt(items.openMinor, ZERO),
        or(inArray(items.documentId, documentIds), inArray(items.customerId, customerIds)),
      ),
    );
  return { items: about, disputes, promises };
}

async function receivedWeeks(tx: Tx, at: BooksAt): Promise<ReceivedWeek[]> {
  const first = addDays(at.asOf, 1 - WEEKS_BACK * 7);
  const week = sql<number>`((${documents.documentDate} - ${first}::date) / 7)`.as('week');
  const isPayment = sql`(${documents.kind} = 'payment' or exists (
    select from documents p where p.id = ${documents.reversesId} and p.kind = 'payment'))`;
  const moved = tx
    .select({ week, amountMinor: documents.amountMinor })
    .from(documents)
    .where(
      and(
        eq(documents.currency, at.currency),
        inArray(documents.kind, ['payment', 'reversal']),
        gte(documents.documentDate, first),
        sql`${documents.documentDate} <= ${at.asOf}`,
        knownBy(documents.recordedAt, at),
        isPayment,
      ),
    )
    .as('moved');
  const rows = await tx
    .select({ week: moved.week, receivedMinor: sumMinor(sql`-${moved.amountMinor}`).as('sum') })
    .from(moved)
    .groupBy(moved.week);
  return Array.from({ length: WEEKS_BACK }, (_, i) => ({
    from: addDays(first, i * 7),
    to: addDays(first, i * 7 + 6),
    receivedMinor: rows.find((row) => row.week === i)?.receivedMinor ?? ZERO,
  }));
}
