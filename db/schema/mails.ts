import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { MailParams } from '@/lib/mail/params';
import type { AttemptOutcome, MailState } from '@/lib/mail/states';
import { id, instant, orgId } from './columns';
import { customers } from './customers';
import { documents } from './documents';
import { reminders } from './reminders';

/** The outbox: one e-mail each, put here by the transaction that it tells of and sent after that has committed. */
export const mails = pgTable(
  'mails',
  {
    id: id(),
    orgId: orgId(),
    /** Whom it is about; null for mails to staff. */
    customerId: uuid('customer_id'),
    documentId: uuid('document_id'),
    reminderId: uuid('reminder_id'),
    toName: text('to_name').notNull(),
    toAddress: text('to_address').notNull(),
    /** Further addresses that get a copy. */
    cc: text('cc').array().notNull().default(sql`'{}'`),
    /** ISO 639-1: one that there are words in. */
    language: text('language').notNull(),
    params: jsonb('params').$type<MailParams>().notNull(),
    /** The part of a link that lets its holder in. No staff may read it; taken away once the mail is out. */
    secret: text('secret'),
    /** What makes two mails the same mail; null when it may be sent any number of times. */
    key: text('key'),
    /** The Message-ID of every attempt, so that a mail that arrives twice is seen to be one. */
    messageId: text('message_id').notNull(),
    state: text('state').$type<MailState>().notNull().default('queued'),
    /** Not before this instant; the next attempt after a failure. */
    sendAfter: instant('send_after').notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    /** When a worker took it upon itself; null while none has. */
    claimedAt: instant('claimed_at'),
    /** Why it is not out, or came back. */
    problem: text('problem'),
    /** The copy that went out last; null until then. A link that lets its holder in is left out of it. */
    subject: text('subject'),
    html: text('html'),
    plain: text('plain'),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    unique('mails_org_id').on(t.orgId, t.id),
    unique('mails_key').on(t.orgId, t.key),
    foreignKey({
      name: 'mails_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    foreignKey({
      name: 'mails_document',
      columns: [t.orgId, t.customerId, t.documentId],
      foreignColumns: [documents.orgId, documents.customerId, documents.id],
    }),
    foreignKey({
      name: 'mails_reminder',
      columns: [t.orgId, t.reminderId],
      foreignColumns: [reminders.orgId, reminders.id],
    }),
    index('mails_log').on(t.orgId, t.createdAt, t.id),
    index('mails_of').on(t.orgId, t.customerId, t.createdAt),
    index('mails_document').on(t.orgId, t.documentId),
    index('mails_due').on(t.orgId, t.sendAfter).where(sql`state in ('queued', 'sending')`),
  ],
);

/** What became of a mail each time that it was tried, and what was heard of it afterwards. Added, never changed. */
export const mailAttempts = pgTable(
  'mail_attempts',
  {
    id: id(),
    orgId: orgId(),
    mailId: uuid('mail_id').notNull(),
    /** 1 for the first; 0 for what was heard afterwards. */
    attempt: integer('attempt').notNull(),
    outcome: text('outcome').$type<AttemptOutcome>().notNull(),
    /** What the mail server answered, or somebody noted; null when there is nothing to say. */
    detail: text('detail'),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: 'mail_attempts_of',
      columns: [t.orgId, t.mailId],
      foreignColumns: [mails.orgId, mails.id],
    }),
    index('mail_attempts_of').on(t.orgId, t.mailId, t.at),
  ],
);

/** An address that nothing automatic is sent to any more, because a mail came back or was complained of, until released. */
export const addressBlocks = pgTable(
  'address_blocks',
  {
    id: id(),
    orgId: orgId(),
    /** In small letters. */
    address: text('address').notNull(),
    reason: text('reason').$type<'bounced' | 'complained'>().notNull(),
    mailId: uuid('mail_id'),
    placedAt: instant('placed_at').notNull().defaultNow(),
    releasedAt: instant('released_at'),
  },
  (t) => [
    foreignKey({
      name: 'address_blocks_mail',
      columns: [t.orgId, t.mailId],
      foreignColumns: [mails.orgId, mails.id],
    }),
    uniqueIndex('address_blocks_live').on(t.orgId, t.address).where(sql`released_at is null`),
  ],
);

/** How a business mails: one row each; without one nothing but receipts is sent by itself. Hours are of its own clock. */
export const mailSettings = pgTable('mail_settings', {
  orgId: orgId().primaryKey(),
  /** Null: the name of the business. */
  senderName: text('sender_name'),
  /** Where answers go; null: to the address that sends. */
  replyTo: text('reply_to'),
  /** The hour of the daily reminder run; null: none runs by itself. */
  remindersAt: integer('reminders_at'),
  /** The hour of the daily summary to staff; null: none. */
  digestAt: integer('digest_at'),
  /** The day of the month on which statements of the month before go out; null: none do. */
  statementsOn: integer('statements_on'),
  /** Whether a payment is answered with a receipt. */
  sendsReceipts: boolean('sends_receipts').notNull().default(true),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
