import { and, asc, desc, eq, gte, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { knownBy, type Moment, openMinorAt } from '../expressions';
import { customers } from '../schema/customers';
import { documents, paymentDetails } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { type DocumentCursor, type InvoiceFilter, isAfter, type ListPage } from './invoices';

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

function paymentsOf(tx: Tx, moment: Moment, filter: InvoiceFilter, { limit, after }: ListPage) {
  const { documentId, customerId, currency, from, to } = filter;
  const reversal = alias(documents, 'reversal');
  return tx
    .select({
      documentId: documents.id,
      itemId: openItems.id,
      number: documents.number,
      customerId: documents.customerId,
      customer: customers.name,
      documentDate: documents.documentDate,
      currency: documents.currency,
      amountMinor: sql<Minor>`-${documents.amountMinor}`.mapWith(toMinor),
      unappliedMinor: sql<Minor>`-${openMinorAt(moment)}`.mapWith(toMinor),
      method: paymentDetails.method,
      reference: paymentDetails.reference,
      isReversed: sql<boolean>`${reversal.id} is not null`,
    })
    .from(documents)
    .innerJoin(customers, eq(customers.id, documents.customerId))
    .innerJoin(openItems, eq(openItems.documentId, documents.id))
    .innerJoin(paymentDetails, eq(paymentDetails.documentId, documents.id))
    .leftJoin(
      reversal,
      and(
        eq(reversal.reversesId, documents.id),
        lte(reversal.documentDate, moment.asOf),
        knownBy(reversal.recordedAt, moment),
      ),
    )
    .where(
      and(
        eq(documents.kind, 'payment'),
        documentId ? eq(documents.id, documentId) : undefined,
        customerId ? eq(documents.customerId, customerId) : undefined,
        currency ? eq(documents.currency, currency) : undefined,
        from ? gte(documents.documentDate, from) : undefined,
        to ? lte(documents.documentDate, to) : undefined,
        isAfter(after),
      ),
    )
    .orderBy(desc(documents.documentDate), desc(documents.id))
    .limit(limit);
}

/** The applications that stand at the moment, by the payment's item. Those to a reversal are no payment of anything. */
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
      invoiceId: invoice.id,
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
        isNull(invoice.reversesId),
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
  const known = knownAt === null ? sql`` : sql`and u.recorded_at <= ${knownAt.toISOString()}`;
  return sql`not exists (select from ${allocations} u
    where u.reverses_id = ${allocations.id} and u.effective_on <= ${asOf} ${known})`;
}
