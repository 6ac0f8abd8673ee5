import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { LineProblem, StatementFormat } from '@/lib/bank/statement-line';
import type { Proposal } from '@/lib/domain/matching/proposal';
import { bytea } from './bytea';
import { currency, day, id, instant, minor, orgId } from './columns';

/** A statement of a bank account that somebody brought. */
export const bankStatements = pgTable(
  'bank_statements',
  {
    id: id(),
    orgId: orgId(),
    fileName: text('file_name').notNull(),
    format: text('format').$type<StatementFormat>().notNull(),
    /** The account as the file names it; '' when it does not. */
    account: text('account').notNull(),
    file: bytea('file').notNull(),
    /** The names of a table's columns, and what they were taken for; null for other formats. */
    header: jsonb('header').$type<readonly string[]>(),
    mapping: jsonb('mapping'),
    /** Lines that could not be read. */
    problems: jsonb('problems').$type<readonly LineProblem[]>().notNull(),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Null until somebody has said what the columns are. */
    takenAt: instant('taken_at'),
  },
  (t) => [unique('bank_statements_org_id').on(t.orgId, t.id)],
);

/** A line of a statement. What it says is never changed; what it is proposed to be is. */
export const bankLines = pgTable(
  'bank_lines',
  {
    id: id(),
    orgId: orgId(),
    statementId: uuid('statement_id').notNull(),
    /** Its order in the statement, from 1. */
    ordinal: integer('ordinal').notNull(),
    /** Where it stands in the file: the row, or the entry. */
    position: integer('position').notNull(),
    bookedOn: day('booked_on').notNull(),
    valueOn: day('value_on'),
    currency: currency(),
    /** Money in above 0, money out below. */
    amountMinor: minor('amount_minor').notNull(),
    payerName: text('payer_name').notNull(),
    payerAccount: text('payer_account').notNull(),
    text: text('text').notNull(),
    bankId: text('bank_id').notNull(),
    /** SHA-256 of account, day, amount, texts and how many equal lines stand above it. */
    fingerprint: text('fingerprint').notNull(),
    /** The line of another statement that this one is again; null for a new one. */
    repeatsId: uuid('repeats_id'),
    /** Null until it was matched. */
    proposal: jsonb('proposal').$type<Proposal>(),
  },
  (t) => [
    unique('bank_lines_org_id').on(t.orgId, t.id),
    unique('bank_lines_ordinal').on(t.orgId, t.statementId, t.ordinal),
    foreignKey({
      name: 'bank_lines_statement',
      columns: [t.orgId, t.statementId],
      foreignColumns: [bankStatements.orgId, bankStatements.id],
    }),
    foreignKey({
      name: 'bank_lines_repeats',
      columns: [t.orgId, t.repeatsId],
      foreignColumns: [t.orgId, t.id],
    }),
    index('bank_lines_fingerprint').on(t.orgId, t.fingerprint),
    index('bank_lines_bank_id').on(t.orgId, t.bankId).where(sql`bank_id <> ''`),
    index('bank_lines_repeats_id').on(t.orgId, t.repeatsId).where(sql`repeats_id is not null`),
  ],
);
