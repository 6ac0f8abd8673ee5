import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { DocumentKind, DocumentSource } from '@/lib/domain/documents';
import type { Rate } from '@/lib/domain/exchange';
import { beneficiaries, services } from './catalogue';
import { currency, day, id, minor, orgId, recordedAt } from './columns';
import { customers } from './customers';

/** A posted, immutable piece of paper. Corrections are further documents, never edits. */
export const documents = pgTable(
  'documents',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    number: text('number').notNull(),
    /** In small letters, forwards and backwards: under row-level security only a plain column can use an index. */
    numberKey: text('number_key').notNull().generatedAlwaysAs(sql`lower(number)`),
    numberEnd: text('number_end').notNull().generatedAlwaysAs(sql`reverse(lower(number))`),
    /** Position in the organization's own series; null when the number came from outside. */
    sequence: integer('sequence'),
    documentDate: day('document_date').notNull(),
    currency: currency(),
    /** Signed: above 0 the customer owes more, below 0 less. */
    amountMinor: minor('amount_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    /** The customer's name and address as they stood on the day of posting. */
    customerName: text('customer_name').notNull(),
    customerAddress: text('customer_address'),
    reason: text('reason'),
    /** The customer's own number for what it ordered; null when it gave none. */
    purchaseOrder: text('purchase_order'),
    purchaseOrderKey: text('purchase_order_key').generatedAlwaysAs(sql`lower(purchase_order)`),
    reversesId: uuid('reverses_id'),
    /** What the document is about: the invoice of a credit memo, write-off, discount or late fee; the credit of a refund. */
    relatesToId: uuid('relates_to_id'),
    /** Units of the base currency for one unit of this one; null in the base currency, or when no rate was known. */
    rateToBase: numeric('rate_to_base').$type<Rate>(),
    /** The day that the rate is of, and who published it; null without a rate. */
    rateOn: day('rate_on'),
    rateSource: text('rate_source'),
    source: text('source').$type<DocumentSource>().notNull(),
    importId: uuid('import_id'),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
  },
  (t) => [
    unique('documents_org_id').on(t.orgId, t.customerId, t.id),
    unique('documents_number').on(t.orgId, t.kind, t.number),
    uniqueIndex('documents_reverses').on(t.orgId, t.reversesId).where(sql`reverses_id is not null`),
    foreignKey({
      name: 'documents_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: 'documents_reversed',
      columns: [t.orgId, t.customerId, t.reversesId],
      foreignColumns: [t.orgId, t.customerId, t.id],
    }),
    foreignKey({
      name: 'documents_related',
      columns: [t.orgId, t.customerId, t.relatesToId],
      foreignColumns: [t.orgId, t.customerId, t.id],
    }),
    index('documents_relates').on(t.orgId, t.relatesToId).where(sql`relates_to_id is not null`),
    index('documents_of').on(t.orgId, t.customerId, t.documentDate),
    // The index documents_balance, from which the balance of a day and the sums of every list come without a look at the table, is in the
    // migrations: it also carries what it does not sort by.
    index('documents_import').on(t.orgId, t.importId).where(sql`import_id is not null`),
    index('documents_number_key').on(t.orgId, t.numberKey.op('text_pattern_ops')),
    index('documents_number_end').on(t.orgId, t.numberEnd.op('text_pattern_ops')),
    index('documents_purchase_order_key')
      .on(t.orgId, t.purchaseOrderKey.op('text_pattern_ops'))
      .where(sql`purchase_order_key is not null`),
    index('documents_amount').on(t.orgId, t.amountMinor),
    // The order of every list of documents.
    index('documents_newest').on(t.orgId, t.documentDate, t.number, t.id),
  ],
);

/** What an invoice, credit memo or late fee is made of. */
export const documentLines = pgTable(
  'document_lines',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    documentId: uuid('document_id').notNull(),
    position: integer('position').notNull(),
    serviceId: uuid('service_id'),
    beneficiaryId: uuid('beneficiary_id'),
    /** The beneficiary's name as it stood on posting, kept by a trigger; null without one. */
    beneficiary: text('beneficiary'),
    description: text('description').notNull(),
    /** Exact decimal, as text. */
    quantity: numeric('quantity').notNull(),
    unitPriceMinor: minor('unit_price_minor').notNull(),
    /** Percent, exact decimal as text; "0" when untaxed. */
    taxPercent: numeric('tax_percent').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    /** Quantity × unit price, before tax. */
    netMinor: minor('net_minor').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'document_lines_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    foreignKey({
      name: 'document_lines_service',
      columns: [t.orgId, t.serviceId],
      foreignColumns: [services.orgId, services.id],
    }),
    foreignKey({
      name: 'document_lines_beneficiary',
      columns: [t.orgId, t.beneficiaryId],
      foreignColumns: [beneficiaries.orgId, beneficiaries.id],
    }),
    unique('document_lines_position').on(t.orgId, t.documentId, t.position),
  ],
);

/** The bank side of a payment. */
export const paymentDetails = pgTable(
  'payment_details',
  {
    documentId: uuid('document_id').primaryKey(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    method: text('method').notNull(),
    reference: text('reference'),
    referenceKey: text('reference_key').generatedAlwaysAs(sql`lower(reference)`),
    payer: text('payer'),
    /** What makes an imported row the same row when the file comes again; null when not imported. */
    importKey: text('import_key'),
  },
  (t) => [
    foreignKey({
      name: 'payment_details_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    unique('payment_details_import_key').on(t.orgId, t.importKey),
    index('payment_details_reference_key')
      .on(t.orgId, t.referenceKey.op('text_pattern_ops'))
      .where(sql`reference_key is not null`),
    index('payment_details_method').on(t.orgId, t.method),
  ],
);

/** What an invoice offers for paying early: a percentage or a flat amount, until a day inclusive. */
export const discountTerms = pgTable(
  'discount_terms',
  {
    documentId: uuid('document_id').notNull(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    /** Percent of what is paid for, exact decimal as text; null when the discount is flat. */
    percent: numeric('percent'),
    /** The flat discount for paying all of it; null when it is a percentage. */
    amountMinor: minor('amount_minor'),
    /** The last day on which it can be taken. */
    until: day('until').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.documentId] }),
    foreignKey({
      name: 'discount_terms_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
  ],
);
