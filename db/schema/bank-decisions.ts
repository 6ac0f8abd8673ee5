import { sql } from 'drizzle-orm';
import { foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bankLines } from './bank-statements';
import { id, instant, minor, orgId } from './columns';
import { customers } from './customers';
import { documents } from './documents';

/** What a line of a statement was decided to be. */
export type DecisionKind = 'payment' | 'same' | 'returned' | 'ignored';

/**
 * What somebody decided about a line: booked as a payment (one row for each when it is split), the same as one that was booked
 * before, a payment that came back, or nothing of ours. Undoing marks the row; the line is open again.
 */
export const bankDecisions = pgTable(
  'bank_decisions',
  {
    id: id(),
    orgId: orgId(),
    lineId: uuid('line_id').notNull(),
    kind: text('kind').$type<DecisionKind>().notNull(),
    customerId: uuid('customer_id'),
    /** The payment; null when the line is ignored. */
    documentId: uuid('document_id'),
    /** What of the line it is about, above 0. */
    amountMinor: minor('amount_minor').notNull(),
    /** Why a line is ignored. */
    reason: text('reason'),
    /** Lines decided together are undone together. */
    batchId: uuid('batch_id').notNull(),
    createdBy: uuid('created_by'),
    decidedAt: instant('decided_at').notNull().defaultNow(),
    undoneAt: instant('undone_at'),
  },
  (t) => [
    foreignKey({
      name: 'bank_decisions_line',
      columns: [t.orgId, t.lineId],
      foreignColumns: [bankLines.orgId, bankLines.id],
    }),
    foreignKey({
      name: 'bank_decisions_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    index('bank_decisions_of').on(t.orgId, t.lineId),
    index('bank_decisions_batch').on(t.orgId, t.batchId),
    index('bank_decisions_documents').on(t.orgId, t.documentId).where(sql`document_id is not null`),
  ],
);

/** Whose money comes from an account or under a name, as accepted lines taught. */
export const payerAliases = pgTable(
  'payer_aliases',
  {
    id: id(),
    orgId: orgId(),
    kind: text('kind').$type<'account' | 'name'>().notNull(),
    /** The account's letters and digits, or the name's words without its legal form. */
    key: text('key').notNull(),
    /** As the bank wrote it. */
    shown: text('shown').notNull(),
    customerId: uuid('customer_id').notNull(),
    /** The line that taught it. */
    lineId: uuid('line_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    unique('payer_aliases_key').on(t.orgId, t.kind, t.key, t.customerId),
    foreignKey({
      name: 'payer_aliases_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: 'payer_aliases_line',
      columns: [t.orgId, t.lineId],
      foreignColumns: [bankLines.orgId, bankLines.id],
    }),
    index('payer_aliases_lines').on(t.orgId, t.lineId),
  ],
);
