import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { currency, instant, minor, orgId, recordedAt } from './columns';
import { documents } from './documents';
import { paymentIntents } from './payment-intents';

/** How an organization takes cards: its own account at Stripe. Both secrets are sealed with the key of the installation. */
export const paymentGateways = pgTable('payment_gateways', {
  orgId: orgId().primaryKey(),
  secretKey: text('secret_key').notNull(),
  webhookSecret: text('webhook_secret').notNull(),
  /** The last characters of the key, to tell keys apart. */
  keyEnd: text('key_end').notNull(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Money that a provider gave back, once per its own number of it. */
export const paymentRefunds = pgTable(
  'payment_refunds',
  {
    orgId: orgId(),
    providerReference: text('provider_reference').notNull(),
    customerId: uuid('customer_id').notNull(),
    currency: currency(),
    intentId: uuid('intent_id').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    /** The refund that was booked. */
    documentId: uuid('document_id'),
    recordedAt: recordedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.providerReference] }),
    foreignKey({
      name: 'payment_refunds_of',
      columns: [t.orgId, t.customerId, t.currency, t.intentId],
      foreignColumns: [
        paymentIntents.orgId,
        paymentIntents.customerId,
        paymentIntents.currency,
        paymentIntents.id,
      ],
    }).onDelete('cascade'),
    foreignKey({
      name: 'payment_refunds_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }).onDelete('cascade'),
  ],
);
