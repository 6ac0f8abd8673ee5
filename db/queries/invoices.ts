import { and, desc, eq, gte, inArray, lte, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { type Minor, toMinor } from '@/lib/domain/money';
import { type DocumentStatus, statusOf } from '@/lib/domain/status';
import { type Moment, openMinorAt } from '../expressions';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** What is billed: everything that a customer can be asked to pay. */
export const BILLED: DocumentKind[] = ['invoice', 'late_fee', 'opening_debit'];

/** Which invoices are meant; all when nothing is given. */
export interface InvoiceFilter {
  /** One document. */
  readonly documentId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly currency?: string | undefined;
  /** Invoice days, both included. */
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  /** Only what is open at the moment asked for, and bounds on how much of it is; both included. */
  readonly open?: OpenBounds | undefined;
}

/** How much must be open of an invoice. */
interface OpenBounds {
  readonly moment: Moment;
  readonly isOpen: boolean;
  readonly min?: Minor | undefined;
  readonly max?: Minor | undefined;
}

/** Where a page begins: after the document with this day and id. */
export interface DocumentCursor {
  readonly documentDate: PlainDate;
  readonly id: string;
}

/** How much of a list is read. `after` null is its beginning. */
export interface ListPage {
  readonly limit: number;
  readonly after: DocumentCursor | null;
}

/** An invoice of a list, as of a moment. */
export interface InvoiceRow {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly customerId: string;
  readonly customer: string;
  readonly documentDate: PlainDate;
  /** When the oldest part that is open falls due; when nothing is open, the last. */
  readonly dueOn: PlainDate;
  readonly currency: string;
  readonly amountMinor: Minor;
  /** Settled by payments, and by other credits. Both 0 for an invoice that was voided. */
  readonly paidMinor: Minor;
  readonly creditedMinor: Minor;
  readonly openMinor: Minor;
  readonly status: DocumentStatus;
}

/** Invoices, newest first, one page. `next` begins the page that follows; null on the last. */
export async function invoiceList(
  tx: Tx,
  moment: Moment,
  filter: InvoiceFilter,
  { limit, after }: ListPage,
): Promise<{ rows: InvoiceRow[]; next: DocumentCursor | null }> {
  const page = pageOf(BILLED, filter, { limit: limit + 1, after });
  const balance = balanceOf(page.documentId, moment);
  const settled = settledOf(page.documentId, moment);
  const rows = await tx
    .select({
      documentId: page.documentId,
      kind: page.kind,
      number: page.number,
      customerId: page.customerId,
      customer: page.customer,
      documentDate: page.documentDate,
      currency: page.currency,
      amountMinor: page.amountMinor,
      dueOn: balance.dueOn,
      openMinor: balance.openMinor,
      paidMinor: settled.paidMinor,
      creditedMinor: settled.creditedMinor,
      lastCredit: settled.lastCredit,
      isReversed: sql<boolean>`exists (select from ${documents} r where r.reverses_id = ${page.documentId}
        and r.document_date <= ${moment.asOf} ${knownAs('r', moment)})`,
    })
    .from(page)
    .crossJoinLateral(balance)
    .crossJoinLateral(settled)
    .orderBy(desc(page.documentDate), desc(page.documentId));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ isReversed, lastCredit, ...row }) => ({
      ...row,
      status: statusOf({ ...row, isReversed, lastCredit }),
    })),
    next: rows.length > limit && last ? { documentDate: last.documentDate, id: last.documentId } : null,
  };
}

function isAfter(cursor: DocumentCursor | null): SQL | undefined {
  return cursor
    ? sql`(${documents.documentDate}, ${documents.id}) < (${cursor.documentDate}::date, ${cursor.id}::uuid)`
    : undefined;
}

/** The documents of a page themselves, before anything is joined to them: newest first. */
export function pageOf(kinds: DocumentKind[], filter: InvoiceFilter, { limit, after }: ListPage) {
  const { documentId, customerId, currency, from, to, open } = filter;
  return new QueryBuilder()
    .select({
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      customerId: documents.customerId,
      customer: customers.name,
      documentDate: documents.documentDate,
      currency: documents.currency,
      amountMinor: documents.amountMinor,
    })
    .from(documents)
    .innerJoin(customers, eq(customers.id, documents.customerId))
    .where(
      and(
        inArray(documents.kind, kinds),
        documentId ? eq(documents.id, documentId) : undefined,
        customerId ? eq(documents.customerId, customerId) : undefined,
        currency ? eq(documents.currency, currency) : undefined,
        from ? gte(documents.documentDate, from) : undefined,
        to ? lte(documents.documentDate, to) : undefined,
        open ? hasOpen(open) : undefined,
        isAfter(after),
      ),
    )
    .orderBy(desc(documents.documentDate), desc(documents.id))
    .limit(limit)
    .as('page');
}

function hasOpen({ moment, isOpen, min, max }: OpenBounds): SQL | undefined {
  const open = sql`(select coalesce(sum(${openMinorAt(moment)}), 0) from ${openItems} where open_items.document_id = ${documents.id})`;
  return and(
    isOpen ? sql`${open} <> 0` : undefined,
    min === undefined ? undefined : sql`${open} >= ${min}`,
    max === undefined ? undefined : sql`${open} <= ${max}`,
  );
}

/** What is open of a document, and when the oldest open part of it falls due. */
function balanceOf(documentId: SQLWrapper, moment: Moment) {
  const items = new QueryBuilder()
    .select({ dueOn: openItems.dueOn, left: openMinorAt(moment).as('left_open') })
    .from(openItems)
    .where(sql`${openItems.documentId} = ${documentId}`)
    .as('parts');
  return new QueryBuilder()
    .select({
      openMinor: sql<Minor>`coalesce(sum(${items.left}), 0)::bigint`.mapWith(toMinor).as('open_minor'),
      dueOn:
        sql<PlainDate>`coalesce(min(${items.dueOn}) filter (where ${items.left} <> 0), max(${items.dueOn}))::text`.as(
          'due_on',
        ),
    })
    .from(items)
    .as('balance');
}

/** What settled a document by then, and which kind of credit came last of those that still stand. */
function settledOf(documentId: SQLWrapper, moment: Moment) {
  const credits = sql`(
    select a.amount_minor, c.kind, a.effective_on, a.recorded_at, a.id, a.reverses_id is null and not exists (
      select from ${allocations} u where u.reverses_id = a.id and u.effective_on <= ${moment.asOf} ${knownAs('u', moment)}) as stands
    from ${openItems} d join ${allocations} a on a.debit_item_id = d.id join ${openItems} c on c.id = a.credit_item_id
    where d.document_id = ${documentId} and a.effective_on <= ${moment.asOf} ${knownAs('a', moment)}) as credits`;
  const sum = (kinds: SQL) =>
    sql<Minor>`coalesce(sum(amount_minor) filter (where ${kinds}), 0)::bigint`.mapWith(toMinor);
  return new QueryBuilder()
    .select({
      paidMinor: sum(sql`kind in ('payment', 'transfer_out')`).as('paid_minor'),
      creditedMinor: sum(sql`kind not in ('payment', 'transfer_out', 'reversal')`).as('credited_minor'),
      lastCredit:
        sql<DocumentKind | null>`(array_agg(kind order by effective_on desc, recorded_at desc, id desc)
        filter (where stands))[1]`.as('last_credit'),
    })
    .from(credits)
    .as('settled');
}

/** "and it was known by then", for an alias in hand-written SQL. */
function knownAs(table: string, { knownAt }: Moment): SQL {
  return knownAt === null ? sql`` : sql`and ${sql.identifier(table)}.recorded_at <= ${knownAt}`;
}
