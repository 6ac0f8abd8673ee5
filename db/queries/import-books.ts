import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OpenDebit } from '@/lib/domain/allocation';
import type { DocumentKind } from '@/lib/domain/documents';
import { ZERO } from '@/lib/domain/money';
import type { KnownCustomer } from '@/lib/import/customer-directory';
import { importKey } from '@/lib/import/import-key';
import type { KnownInvoice, NumberUse } from '@/lib/import/plan-invoices';
import type { KeyedPayment, KeyUse, PayableInvoice } from '@/lib/import/plan-payments';
import { isOneOf } from '../one-of';
import { customers } from '../schema/customers';
import { documents, paymentDetails } from '../schema/documents';
import { imports } from '../schema/imports';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

const reversal = alias(documents, 'reversal');

/** Every customer of the organization, as an import finds and creates them. */
export function knownCustomers(tx: Tx): Promise<KnownCustomer[]> {
  return tx
    .select({
      id: customers.id,
      code: customers.code,
      name: customers.name,
      currency: customers.currency,
      termsDays: customers.termsDays,
      isArchived: sql<boolean>`${customers.archivedAt} is not null`,
      isIdle: sql<boolean>`customers.archived_at is not null and not exists (
        select from documents d where d.customer_id = customers.id and d.reverses_id is null
          and not exists (select from documents r where r.reverses_id = d.id))`,
    })
    .from(customers);
}

/** What numbers of a kind of documents stand for, by number; those that nobody bears are left out. */
export async function numberUses(
  tx: Tx,
  kind: 'invoice' | 'opening_debit' | 'opening_credit',
  numbers: readonly string[],
): Promise<Map<string, NumberUse>> {
  const uses = new Map<string, NumberUse>();
  let asked = new Map(numbers.map((number) => [number, number]));
  for (let generation = 2; asked.size > 0; generation++) {
    const next = new Map<string, string>();
    const found = await documentsNumbered(tx, kind, [...asked.keys()]);
    for (const [bearing, number] of asked) {
      const invoice = found.get(bearing);
      if (!invoice && generation > 2) uses.set(number, { invoice: null, free: bearing });
      if (invoice && !invoice.isUndone) uses.set(number, { invoice, free: bearing });
      if (invoice?.isUndone) next.set(`${number} (${generation})`, number);
    }
    asked = next;
  }
  return uses;
}

/** The invoices that payments name, with what is open of each, by the number named. */
export async function payableInvoices(
  tx: Tx,
  numbers: readonly string[],
): Promise<Map<string, PayableInvoice>> {
  const invoices = [...(await numberUses(tx, 'invoice', numbers))].flatMap(([number, { invoice }]) =>
    invoice ? [[number, invoice] as const] : [],
  );
  const items = new Map<string, OpenDebit[]>(invoices.map(([, { documentId }]) => [documentId, []]));
  const rows = await debits(tx).where(
    and(isOneOf(openItems.documentId, [...items.keys()]), gt(openItems.openMinor, ZERO)),
  );
  for (const { documentId, ...item } of rows) items.get(documentId)?.push(item);
  return new Map(
    invoices.map(([number, invoice]) => [number, { ...invoice, items: items.get(invoice.documentId) ?? [] }]),
  );
}

/** Everything that these customers have open, oldest due first, by customer and currency ("id USD"). */
export async function openDebitsOf(
  tx: Tx,
  customerIds: readonly string[],
): Promise<Map<string, OpenDebit[]>> {
  const found = new Map<string, OpenDebit[]>();
  const rows = await debits(tx).where(
    and(isOneOf(openItems.customerId, customerIds), gt(openItems.openMinor, ZERO)),
  );
  for (const { customerId, currency, ...item } of rows) {
    const key = `${customerId} ${currency}`;
    const items = found.get(key);
    if (items) items.push(item);
    else found.set(key, [item]);
  }
  return found;
}

/** Which payments of a file were booked before, by their first key; those that never were are left out. */
export async function keyUses(tx: Tx, payments: readonly KeyedPayment[]): Promise<Map<string, KeyUse>> {
  const uses = new Map<string, KeyUse>();
  let asked = new Map(payments.filter(({ key }) => key !== '').map((payment) => [payment.key, payment]));
  for (let generation = 1; asked.size > 0; generation++) {
    const next = new Map<string, KeyedPayment>();
    const booked = await bookedKeys(tx, [...asked.keys()]);
    for (const [key, payment] of asked) {
      const isUndone = booked.get(key);
      if (isUndone === undefined && generation > 1) uses.set(payment.key, { isBooked: false, free: key });
      if (isUndone === false) uses.set(payment.key, { isBooked: true, free: key });
      if (isUndone) next.set(nextKey(payment, generation), payment);
    }
    asked = next;
  }
  return uses;
}

/** Whether a reversed document was reversed by undoing its import, which frees its number or key. */
const IS_UNDONE = and(isNotNull(reversal.id), isNotNull(imports.undoneAt));

async function documentsNumbered(tx: Tx, kind: DocumentKind, numbers: readonly string[]) {
  const rows = await tx
    .select({
      number: documents.number,
      documentId: documents.id,
      customerId: documents.customerId,
      customerName: customers.name,
      invoiceDate: documents.documentDate,
      currency: documents.currency,
      amountMinor: documents.amountMinor,
      isVoid: sql<boolean>`${reversal.id} is not null`,
      isUndone: sql<boolean>`${IS_UNDONE}`,
    })
    .from(documents)
    .innerJoin(customers, eq(customers.id, documents.customerId))
    .leftJoin(reversal, eq(reversal.reversesId, documents.id))
    .leftJoin(imports, eq(imports.id, documents.importId))
    .where(and(eq(documents.kind, kind), isOneOf(documents.number, numbers)));
  return new Map<string, KnownInvoice & { readonly isUndone: boolean }>(
    rows.map(({ number, ...invoice }) => [number, invoice]),
  );
}

/** By key: whether the payment's import was undone. */
async function bookedKeys(tx: Tx, keys: readonly string[]): Promise<Map<string, boolean>> {
  const rows = await tx
    .select({ key: paymentDetails.importKey, isUndone: sql<boolean>`${IS_UNDONE}` })
    .from(paymentDetails)
    .innerJoin(documents, eq(documents.id, paymentDetails.documentId))
    .leftJoin(reversal, eq(reversal.reversesId, documents.id))
    .leftJoin(imports, eq(imports.id, documents.importId))
    .where(isOneOf(paymentDetails.importKey, keys));
  return new Map(rows.map(({ key, isUndone }) => [key ?? '', isUndone]));
}

function nextKey({ row, customerId, occurrence }: KeyedPayment, generation: number): string {
  return importKey(row, { customerId: customerId ?? '', occurrence, generation });
}

function debits(tx: Tx) {
  return tx
    .select({
      itemId: openItems.id,
      documentId: openItems.documentId,
      customerId: openItems.customerId,
      currency: openItems.currency,
      number: documents.number,
      dueOn: openItems.dueOn,
      openMinor: openItems.openMinor,
    })
    .from(openItems)
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .orderBy(asc(openItems.dueOn), asc(documents.number), asc(openItems.instalment))
    .$dynamic();
}
