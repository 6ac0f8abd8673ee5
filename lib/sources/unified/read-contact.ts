import { z } from 'zod';
import type { Reading } from '../source';
import { listOf, readCurrency, readTerms, Text } from './fields';

const Address = z.looseObject({
  address1: Text,
  address2: Text,
  city: Text,
  region_code: Text,
  region: Text,
  postal_code: Text,
  country: Text,
});

const Contact = z.looseObject({
  name: Text,
  company_name: Text,
  is_customer: z.boolean().nullish(),
  currency: Text,
  payment_terms: Text,
  billing_address: Address.nullish().catch(null),
  emails: listOf(z.looseObject({ email: Text })),
  telephones: listOf(z.looseObject({ telephone: Text })),
  associated_contacts: listOf(z.looseObject({ id: Text })),
});

/** Reads a contact. A missing currency stays missing: what its papers say decides. */
export function readContact(raw: unknown): Reading {
  const parsed = Contact.safeParse(raw);
  const aside = { contactId: null, currency: null, openMinor: null };
  if (!parsed.success) return { reason: 'unreadable', detail: '', ...aside };
  const { name, company_name: company, currency, ...row } = parsed.data;
  if (row.is_customer === false) return { reason: 'supplier', detail: '', ...aside };
  const called = name ?? company;
  if (called === null) return { reason: 'unreadable', detail: 'It has no name.', ...aside };
  if (currency !== null && readCurrency(currency) === null)
    return { reason: 'unknown_currency', detail: currency, ...aside };
  return {
    fact: {
      object: 'contact',
      name: called.slice(0, 200),
      email: row.emails.find(({ email }) => email !== null)?.email ?? null,
      phone: row.telephones.find(({ telephone }) => telephone !== null)?.telephone ?? null,
      address: row.billing_address ? addressOf(row.billing_address) : null,
      currency,
      termsDays: readTerms(row.payment_terms),
      parentId: row.associated_contacts[0]?.id ?? null,
    },
  };
}

function addressOf(row: z.output<typeof Address>): string | null {
  const region = row.region_code ?? row.region;
  const city = [row.city, region, row.postal_code].filter((part) => part !== null).join(' ');
  const lines = [row.address1, row.address2, city, row.country].filter(
    (line) => line !== null && line !== '',
  );
  return lines.length > 0 ? lines.join('\n') : null;
}
