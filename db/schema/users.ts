import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Actor } from '@/lib/actor';
import { id, instant } from './columns';
import { customers } from './customers';
import { organizations } from './organizations';

/** A person who signs in. One may belong to several organizations, through memberships. */
export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** argon2id, PHC string. */
    passwordHash: text('password_hash').notNull(),
    /** Rises with every new password; sessions of an older one are over. */
    passwordVersion: integer('password_version').notNull().default(1),
    /** What codes are computed from, encrypted with the key of the installation; null without a second factor. */
    totpSecret: text('totp_secret'),
    /** Since when codes are asked for; null without a second factor. */
    totpSince: instant('totp_since'),
    /** The 30 seconds of the last code that was taken, counted from 1970: none is taken twice. */
    totpStep: bigint('totp_step', { mode: 'number' }),
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('users_email').on(sql`lower(${t.email})`)],
);

/** A user's role in one organization; a customer's person also names the customer. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    orgId: uuid('org_id')
      .notNull()
      .references(() => organizations.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role').$type<Actor['role']>().notNull(),
    customerId: uuid('customer_id'),
    /** Of a customer's person: whether they may let colleagues in and close the account. */
    isOwner: boolean('is_owner').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    foreignKey({
      name: 'memberships_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    unique('memberships_org_user').on(t.orgId, t.userId, t.customerId).nullsNotDistinct(),
    index('memberships_user').on(t.userId),
  ],
);

/** A signed-in browser. The cookie names the row; ending the row ends the session on its next request. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => memberships.id, { onDelete: 'cascade' }),
    passwordVersion: integer('password_version').notNull(),
    /** The customer whose portal somebody of the business looks at; null when none. */
    viewingCustomerId: uuid('viewing_customer_id'),
    userAgent: text('user_agent'),
    ip: text('ip'),
    createdAt: instant('created_at').notNull().defaultNow(),
    seenAt: instant('seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** A code that lets its person in once when the second factor is lost: only its SHA-256 is stored. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/** A link by mail that lets somebody in once: only the SHA-256 of its 32 random bytes is stored. */
export const invitations = pgTable('invitations', {
  tokenHash: text('token_hash').primaryKey(),
  /** What the link is called where its token must not be known. */
  id: uuid('id').notNull().default(sql`gen_random_uuid()`),
  orgId: uuid('org_id')
    .notNull()
    .references(() => organizations.id),
  email: text('email').notNull(),
  name: text('name').notNull(),
  role: text('role').$type<Actor['role']>().notNull(),
  customerId: uuid('customer_id'),
  /** As of a membership. */
  isOwner: boolean('is_owner').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

/** What is kept of a link by mail that works once: the SHA-256 of it alone, whose it is, and until when it opens something. */
function linkColumns() {
  return {
    tokenHash: text('token_hash').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    /** Null while nobody used it. */
    usedAt: instant('used_at'),
  };
}

/** A link by mail that lets the holder choose a new password once, within 30 minutes. */
export const passwordResets = pgTable('password_resets', linkColumns(), (t) => [
  index('password_resets_user').on(t.userId),
]);

/** A link by mail to an address that somebody wants to sign in with. It works once, within 30 minutes. */
export const emailChanges = pgTable(
  'email_changes',
  {
    ...linkColumns(),
    /** The address that the link went to. */
    email: text('email').notNull(),
    /** The browser that asked: it alone stays signed in. */
    sessionId: uuid('session_id').notNull(),
  },
  (t) => [index('email_changes_user').on(t.userId)],
);

/** A link by mail that signs its holder in once, within 15 minutes. */
export const signInLinks = pgTable('sign_in_links', linkColumns(), (t) => [
  index('sign_in_links_user').on(t.userId),
]);

/** A program's way in: a role in one organization. Only the SHA-256 of the key is stored. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    orgId: uuid('org_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    role: text('role').$type<Actor['role']>().notNull(),
    /** Whose account a key of the role `customer` reads; null for keys of the business. */
    customerId: uuid('customer_id'),
    /** The first characters of the key, to tell keys apart. */
    prefix: text('prefix').notNull(),
    keyHash: text('key_hash').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** From when on it no longer works; null: until it is revoked. */
    expiresAt: instant('expires_at'),
    /** Requests a minute that it may make; null: what the installation allows. */
    callsPerMinute: integer('calls_per_minute'),
    /** When a request with it was last let in; null: never. */
    lastUsedAt: instant('last_used_at'),
    /** When the requests so far are worked off at its rate: each moves it on by its share of a minute. */
    busyUntil: instant('busy_until'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    foreignKey({
      name: 'api_keys_customer',
      columns: [t.orgId, t.customerId],
      foreignColumns: [customers.orgId, customers.id],
    }),
    unique('api_keys_hash').on(t.keyHash),
    index('api_keys_org').on(t.orgId),
  ],
);

/** Failed sign-ins per account and per address; each failure doubles the wait. */
export const signInAttempts = pgTable('sign_in_attempts', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  blockedUntil: instant('blocked_until').notNull(),
});
