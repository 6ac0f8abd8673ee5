import { and, asc, desc, eq, inArray, isNull, lte, notInArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { knownBy, type Moment, openMinorAt } from '../expressions';
import { documents, paymentDetails } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import { transfers } from '../schema/transfers';
import type { Tx } from '../scope';
import { type DocumentCursor, type InvoiceFilter, type ListPage, pageOf } from './invoices';

/** Money that arrived, as of a moment. Amounts are above 0. */
export interface PaymentRow {
  readonly documentId: string;
  readonly number: string;
  readonly customerId: string;
  readonly customer: string;
  readonly documentDate: PlainDate;
  readonly currency: string;
  readonly amountMinor: Minor;
  /** What no invoice has taken. 0 for a payment that was reversed. */
  readonly unappliedMinor: Minor;
  readonly method: string;
  readonly reference: string | null;
  readonly isReversed: boolean;
  /** What of it pays which invoice, oldest first. */
  readonly parts: readonly PaymentPart[];
}

/** One application of a payment that stands. */
interface PaymentPart {
  readonly allocationId: string;
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly amountMinor: Minor;
  readonly effectiveOn: PlainDate;
}

/** Payments with the invoices they pay, newest first, one page. `next` begins the page that follows; null on the last. */
export async function paymentList(
  tx: Tx,
  moment: Moment,
  filter: InvoiceFilter,
  { limit, after }: ListPage,
): Promise<{ rows: PaymentRow[]; next: DocumentCursor | null }> {
  const found = await paymentsOf(tx, moment, filter, { limit: limit + 1, after });
  const shown = found.slice(0, limit);
  const parts = await partsOf(
    tx,
    shown.map((row) => row.itemId),
    moment,
  );
  const last = shown.at(-1);
  return {
    rows: shown.map(({ itemId, ...row }) => ({ ...row, parts: parts.get(itemId) ?? [] })),
    next: found.length > limit && last ? { documentDate: last.documentDate, id: last.documentId } : null,
  };
}

function paymentsOf(tx: Tx, moment: Moment, filter: InvoiceFilter, range: ListPage) {
  const page = pageOf(['payment'], filter, range);
  const reversal = alias(documents, 'reversal');
  return tx
    .select({
      documentId: page.documentId,
      itemId: openItems.id,
      number: page.number,
      customerId: page.customerId,
      customer: page.customer,
      documentDate: page.documentDate,
      currency: page.currency,
      amountMinor: sql<Minor>`-${page.amountMinor}`.mapWith(toMinor),
      unappliedMinor: sql<Minor>`-${openMinorAt(moment)}`.mapWith(toMinor),
      method: paymentDetails.method,
      reference: paymentDetails.reference,
      isReversed: sql<boolean>`${reversal.id} is not null`,
    })
    .from(page)
    .innerJoin(openItems, eq(openItems.documentId, page.documentId))
    .innerJoin(paymentDetails, eq(paymentDetails.documentId, page.documentId))
    .leftJoin(
      reversal,
      and(
        eq(reversal.reversesId, page.documentId),
        lte(reversal.documentDate, moment.asOf),
        knownBy(reversal.recordedAt, moment),
      ),
    )
    .orderBy(desc(page.documentDate), desc(page.documentId));
}

/** The applications that stand at the moment, by the payment's item. What was given back, or taken as gain, pays nothing. */
async function partsOf(
  tx: Tx,
  itemIds: readonly string[],
  moment: Moment,
): Promise<Map<string, PaymentPart[]>> {
  const byItem = new Map<string, PaymentPart[]>();
  if (itemIds.length === 0) return byItem;
  const invoice = alias(documents, 'invoice');
  const debit = alias(openItems, 'debit');
  const rows = await tx
    .select({
      itemId: allocations.creditItemId,
      allocationId: allocations.id,
      // What was paid for somebody else stands as the invoice that it paid, not as the document that carried it over.
      invoiceId: sql<string>`coalesce((select o.relates_to_id from ${transfers} t join documents o
        on o.id = t.paid_for_document_id where t.payer_document_id = ${invoice.id}), ${invoice.id})`,
      invoiceNumber: invoice.number,
      amountMinor: allocations.amountMinor,
      effectiveOn: allocations.effectiveOn,
    })
    .from(allocations)
    .innerJoin(debit, eq(debit.id, allocations.debitItemId))
    .innerJoin(invoice, eq(invoice.id, debit.documentId))
    .where(
      and(
        inArray(allocations.creditItemId, [...itemIds]),
        isNull(allocations.reversesId),
        notInArray(invoice.kind, ['reversal', 'refund', 'credit_write_off']),
        lte(allocations.effectiveOn, moment.asOf),
        knownBy(allocations.recordedAt, moment),
        stands(moment),
      ),
    )
    .orderBy(asc(allocations.effectiveOn), asc(debit.dueOn), asc(invoice.number), asc(allocations.id));
  for (const { itemId, ...part } of rows) byItem.set(itemId, [...(byItem.get(itemId) ?? []), part]);
  return byItem;
}

function stands({ asOf, knownAt }: Moment): SQL {
  const known = knownAt === null ? sql`` : sql`and u.recorded_at <= ${knownAt}`;
  return sql`not exists (select from ${allocations} u
    where u.reverses_id = ${allocations.id} and u.effective_on <= ${asOf} ${known})`;
}
