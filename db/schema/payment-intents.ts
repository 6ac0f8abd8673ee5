import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { PaymentProvider } from '@/lib/payment-provider';
import { currency, day, id, instant, minor, orgId, recordedAt } from './columns';
import { customers } from './customers';
import { documents } from './documents';
import { openItems } from './open-items';

/** A person of a customer set out to pay. It is no money: that is the payment which it leads to, at most one. */
export const paymentIntents = pgTable(
  'payment_intents',
  {
    id: id(),
    orgId: orgId(),
    customerId: uuid('customer_id').notNull(),
    currency: currency(),
    /** What is to be paid, above 0. */
    amountMinor: minor('amount_minor').notNull(),
    /** Credit of the account that is to be used with it, 0 or above. */
    creditMinor: minor('credit_minor').notNull(),
    provider: text('provider').$type<PaymentProvider>().notNull(),
    /** What the payer writes on the transfer; unique within the organization. */
    reference: text('reference').notNull(),
    createdBy: uuid('created_by'),
    recordedAt: recordedAt(),
    /** When the payer said that the money is on its way; null while nobody said so. */
    noticedAt: instant('noticed_at'),
    /** The day on which it was sent, as the payer says. */
    sentOn: day('sent_on'),
    /** When the payer gave it up. */
    withdrawnAt: instant('withdrawn_at'),
    /** When staff found that no such money came, who, and what they told the payer. */
    dismissedAt: instant('dismissed_at'),
    dismissedBy: uuid('dismissed_by'),
    dismissReason: text('dismiss_reason'),
    /** The provider's own number of the money; null until it told us. */
    providerReference: text('provider_reference'),
    /** The payment that was booked for it; null until then. */
    documentId: uuid('document_id'),
  },
  (t) => [
    unique('payment_intents_key').on(t.orgId, t.customerId, t.currency, t.id),
    unique('payment_intents_reference').on(t.orgId, t.reference),
    unique('payment_intents_document').on(t.orgId, t.documentId),
    unique('payment_intents_provider').on(t.orgId, t.providerReference),
    foreignKey({
      name: 'payment_intents_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'payment_intents_payment',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }).onDelete('cascade'),
    index('payment_intents_of').on(t.orgId, t.customerId, t.recordedAt),
    index('payment_intents_noticed').on(t.orgId, t.noticedAt),
  ],
);

/** An open item that the payer chose, and how much of it the payment was to settle. Without any, the oldest are paid first. */
export const paymentIntentParts = pgTable(
  'payment_intent_parts',
  {
    orgId: orgId(),
    intentId: uuid('intent_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    currency: currency(),
    itemId: uuid('item_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.intentId, t.itemId] }),
    foreignKey({
      name: 'payment_intent_parts_of',
      columns: [t.orgId, t.customerId, t.currency, t.intentId],
      foreignColumns: [
        paymentIntents.orgId,
        paymentIntents.customerId,
        paymentIntents.currency,
        paymentIntents.id,
      ],
    }).onDelete('cascade'),
    foreignKey({
      name: 'payment_intent_parts_item',
      columns: [t.orgId, t.customerId, t.currency, t.itemId],
      foreignColumns: [openItems.orgId, openItems.customerId, openItems.currency, openItems.id],
    }).onDelete('cascade'),
  ],
);
