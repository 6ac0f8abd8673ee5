import { and, inArray, lt, max, not, type SQL, sql } from 'drizzle-orm';
import type { DocumentCursor } from '@/lib/document-filters';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { type DocumentStatus, statusOf } from '@/lib/domain/status';
import type { InvoiceFilters, InvoiceShow } from '@/lib/invoice-filters';
import { isLabelled } from '../customer-labels';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import {
  type BookRow,
  type BookTotals,
  bookBatches,
  bookConditions,
  bookPage,
  bookTotals,
  hasNoOpenItem,
  hasOpenItem,
  IS_REVERSED,
  isWanted,
  type Wanted,
} from './document-book';
import { type Neighbours, neighboursOf } from './document-neighbours';
import { BILLED } from './invoices';

/** An invoice of the list. */
export interface InvoiceBookRow extends BookRow {
  /** When the oldest part that is open falls due; when nothing is open, the last. */
  readonly dueOn: PlainDate;
  readonly status: DocumentStatus;
}

/** One page of invoices, and the sums of all that the filters match, per currency. */
export interface InvoiceBook {
  readonly rows: readonly InvoiceBookRow[];
  readonly totals: readonly BookTotals[];
  /** Where the next page begins; null on the last. */
  readonly next: DocumentCursor | null;
}

/** What was billed, newest first, narrowed by the filters; late is past its due day on `today`. */
export async function invoiceBook(tx: Tx, filters: InvoiceFilters, today: PlainDate): Promise<InvoiceBook> {
  const wanted = matching(filters, today);
  const { rows, next } = await bookPage(tx, wanted, filters);
  return { rows: await withStanding(tx, rows), totals: await bookTotals(tx, wanted), next };
}

/** The newest `most` invoices that the filters match: which they are, and whose. */
export async function invoicesMatching(
  tx: Tx,
  filters: InvoiceFilters,
  { today, most }: { readonly today: PlainDate; readonly most: number },
): Promise<Pick<BookRow, 'documentId' | 'customerId'>[]> {
  return (await bookPage(tx, matching(filters, today), { after: null, limit: most })).rows;
}

/** Where one invoice stands in the list that the filters give. */
export function invoiceNeighbours(
  tx: Tx,
  { filters, today }: { readonly filters: InvoiceFilters; readonly today: PlainDate },
  own: DocumentCursor,
): Promise<Neighbours> {
  return neighboursOf(tx, isWanted(matching(filters, today)), own);
}

/** How many invoices the filters match. */
export async function invoiceCount(tx: Tx, filters: InvoiceFilters, today: PlainDate): Promise<number> {
  const totals = await bookTotals(tx, matching(filters, today));
  return totals.reduce((sum, { count }) => sum + count, 0);
}

/** All invoices that the filters match, in the order of the list, in batches. */
export async function* invoiceBatches(
  tx: Tx,
  filters: InvoiceFilters,
  today: PlainDate,
): AsyncGenerator<InvoiceBookRow[]> {
  for await (const rows of bookBatches(tx, matching(filters, today))) yield await withStanding(tx, rows);
}

/** With when each falls due and what has become of it. */
async function withStanding(tx: Tx, rows: readonly BookRow[]): Promise<InvoiceBookRow[]> {
  const facts = await factsOf(
    tx,
    rows.map((row) => row.documentId),
  );
  return rows.map((row) => {
    const { dueOn = row.documentDate, lastCredit = null } = facts.get(row.documentId) ?? {};
    return { ...row, dueOn, status: statusOf({ ...row, lastCredit }) };
  });
}

function matching(filters: InvoiceFilters, today: PlainDate): Wanted {
  const { show, owner, tag } = filters;
  return {
    kinds: BILLED,
    narrowed: and(
      ...bookConditions(BILLED, filters),
      shown(show, today),
      ...isLabelled(documents.customerId, { owner, tag, knownAt: null }),
    ),
  };
}

function shown(show: InvoiceShow, today: PlainDate): SQL | undefined {
  const conditions: Readonly<Record<InvoiceShow, SQL | undefined>> = {
    all: undefined,
    owed: hasOpenItem(undefined),
    late: hasOpenItem(lt(openItems.dueOn, today)),
    paid: and(hasNoOpenItem(), not(IS_REVERSED)),
    void: IS_REVERSED,
  };
  return conditions[show];
}

/** When the documents of one page fall due, and which kind of credit came last of those that still stand. */
async function factsOf(
  tx: Tx,
  documentIds: readonly string[],
): Promise<Map<string, { dueOn: PlainDate; lastCredit: DocumentKind | null }>> {
  if (documentIds.length === 0) return new Map();
  const lastCredit = sql<DocumentKind | null>`(
    select c.kind from ${openItems} d join ${allocations} a on a.debit_item_id = d.id
      join ${openItems} c on c.id = a.credit_item_id
    where d.document_id = open_items.document_id and a.reverses_id is null
      and not exists (select from ${allocations} u where u.reverses_id = a.id)
    order by a.effective_on desc, a.recorded_at desc, a.id desc limit 1)`;
  const rows = await tx
    .select({
      documentId: openItems.documentId,
      firstOpen: sql<PlainDate | null>`(min(${openItems.dueOn}) filter (where ${openItems.openMinor} <> 0))::text`,
      lastDue: max(openItems.dueOn),
      lastCredit,
    })
    .from(openItems)
    .where(inArray(openItems.documentId, [...documentIds]))
    .groupBy(openItems.documentId);
  return new Map(
    rows.flatMap(({ documentId, firstOpen, lastDue, lastCredit: kind }) => {
      const dueOn = firstOpen ?? lastDue;
      return dueOn ? [[documentId, { dueOn, lastCredit: kind }] as const] : [];
    }),
  );
}
