import { z } from 'zod';
import type { ContactInput } from '@/db/commands/replace-contacts';
import type { CustomerRecord } from '@/db/queries/customer-records';
import type { Contact } from '@/db/queries/customers';
import { money } from '@/lib/exact-json';
import { Amount, Currency, Money, readAmount, text } from '../_api/fields';
import type { Answer } from '../_api/operation';

const nullable = (max: number) => text(max).nullable().optional();

const Person = z.strictObject({
  name: text(200),
  title: nullable(100),
  email: z.email().max(254).nullable().optional(),
  phone: nullable(60),
  roles: z
    .array(z.enum(['billing', 'payer', 'escalation']))
    .max(3)
    .optional(),
});

/** What may be said of a customer. Null takes a fact back. */
const Facts = z.strictObject({
  name: text(200),
  code: nullable(40),
  email: z.email().max(254).nullable().optional(),
  phone: nullable(60),
  address: z.string().trim().max(500).nullable().optional(),
  notes: z.string().trim().max(2_000).nullable().optional(),
  currency: Currency.optional(),
  terms_days: z.int().min(0).max(3_650).optional(),
  credit_limit: Amount.nullable().optional(),
  parent_id: z.uuid().nullable().optional(),
  owner: nullable(100),
  tags: z.array(text(40)).max(50).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
    .optional(),
  contacts: z.array(Person).max(100).optional(),
});

/** A customer to add. */
export const NewCustomer = Facts;

/** What changes of a customer; what is left out stays. */
export const CustomerChanges = Facts.partial();

/** A customer as earlier callers know it. */
export const CustomerName = z.object({ customer_id: z.uuid(), name: z.string() });

/** Everything known of a customer but its balances and people. */
export const CustomerFacts = CustomerName.extend({
  code: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  notes: z.string().nullable(),
  currency: Currency,
  terms_days: z.number(),
  credit_limit: Money.nullable(),
  parent_id: z.uuid().nullable(),
  owner: z.string().nullable(),
  tags: z.array(z.string()),
  language: z.string(),
  archived: z.boolean(),
  created_at: z.string(),
});

/** A customer with its people. */
export const CustomerDetail = CustomerFacts.extend({
  contacts: z.array(
    z.object({
      name: z.string(),
      title: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      roles: z.array(z.string()),
    }),
  ),
});

/** The one place that says how a customer is written. */
export function writeFacts(record: CustomerRecord): Answer<z.output<typeof CustomerFacts>> {
  const { currency, creditLimitMinor } = record;
  return {
    customer_id: record.id,
    name: record.name,
    code: record.code,
    email: record.email,
    phone: record.phone,
    address: record.address,
    notes: record.notes,
    currency,
    terms_days: record.termsDays,
    credit_limit: creditLimitMinor === null ? null : money(creditLimitMinor, currency),
    parent_id: record.parentId,
    owner: record.owner,
    tags: record.tags,
    language: record.language,
    archived: record.archivedAt !== null,
    created_at: record.createdAt.toISOString(),
  };
}

/** A person of a customer, as written. */
export function writePerson({ name, title, email, phone, roles }: Contact) {
  return { name, title, email, phone, roles };
}

/** What is said of a customer, as the commands take it. `currency` is what its credit limit is in. */
export function readFacts(facts: z.output<typeof CustomerChanges>, currency: string) {
  const { terms_days, credit_limit, parent_id, contacts: people, ...same } = facts;
  const limit =
    credit_limit === undefined || credit_limit === null
      ? credit_limit
      : readAmount(credit_limit, currency, 'credit_limit');
  const renamed = { termsDays: terms_days, creditLimitMinor: limit, parentId: parent_id };
  return { facts: defined({ ...same, ...renamed }), people: people?.map(defined<ContactInput>) };
}

type Defined<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/** Without the members that are undefined. */
function defined<T extends object>(value: { [Name in keyof T]: T[Name] | undefined }): Defined<T> & T;
function defined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
