import { sql } from 'drizzle-orm';
import { boolean, integer, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AgingBasis } from '@/lib/domain/aging';
import type { PaperSize } from '@/lib/domain/paper-size';
import { currency, day, id, instant, minor, orgId } from './columns';

/** One business that is owed money: the tenant. */
export const organizations = pgTable('organizations', {
  id: id(),
  name: text('name').notNull(),
  currency: currency(),
  timeZone: text('time_zone').notNull(),
  agingBasis: text('aging_basis').$type<AgingBasis>().notNull().default('due'),
  /** Last day past due of every aging bucket but the last. */
  bounds: integer('bounds').array().notNull().default(sql`'{0,30,60,90,120}'`),
  /** Nothing may become effective on or before this day; null when nothing is locked. */
  lockedOn: day('locked_on'),
  /** A difference of at most this much (minor units of the base currency) is written off by itself; null never. */
  toleranceMinor: minor('tolerance_minor'),
  /** … and at most this percentage of the invoice, exact decimal as text; null never. */
  tolerancePercent: numeric('tolerance_percent'),
  /** The largest write-off that staff may book; null for any. */
  writeOffLimitMinor: minor('write_off_limit_minor'),
  /** A late fee, charged once an invoice is `lateFeeDays` past due: a fixed part and a percentage of what is open. */
  lateFeeMinor: minor('late_fee_minor'),
  lateFeePercent: numeric('late_fee_percent'),
  /** Null: no late fees. */
  lateFeeDays: integer('late_fee_days'),
  /** Interest on what is past due, percent a year, exact decimal as text; null none. */
  interestPercent: numeric('interest_percent'),
  /** Where the general ledger books what rates won or lost on settlement; null: settling in another currency is refused. */
  exchangeAccount: text('exchange_account').default('Exchange differences'),
  /** Expected loss per aging bucket in percent, exact decimals as text, for the provision; null: from own history. */
  provisionRates: numeric('provision_rates').array(),
  /** What reports and documents are laid out for. */
  paper: text('paper').$type<PaperSize>().notNull().default('a4'),
  /** Where customers are to send transfers, as they read it: bank, name, account; null while nobody said. */
  bankDetails: text('bank_details'),
  /** Several lines, as they stand on documents below the name; null for none. */
  address: text('address'),
  /** Days to pay that a new customer gets unless others are agreed with it. */
  termsDays: integer('terms_days').notNull().default(30),
  /** Whether everybody of the staff signs in with a code as well. */
  requiresSecondFactor: boolean('requires_second_factor').notNull().default(false),
  isSample: boolean('is_sample').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/** The counter behind gapless document numbers: its row is locked by the posting transaction. */
export const numberSeries = pgTable(
  'number_series',
  {
    orgId: orgId(),
    kind: text('kind').notNull(),
    prefix: text('prefix').notNull(),
    /** The number that the series begins with. */
    first: integer('first').notNull().default(1),
    /** The number that the next document gets. */
    next: integer('next').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.kind] })],
);
