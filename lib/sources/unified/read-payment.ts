import { z } from 'zod';
import type { FactPart } from '../facts';
import { unappliedOf } from '../open-of';
import type { Reason } from '../reasons';
import type { Reading } from '../source';
import { Amount, listOf, readAmount, readCurrency, readDay, readRate, Text } from './fields';

const Payment = z.looseObject({
  contact_id: Text,
  contacts: listOf(z.looseObject({ id: Text })),
  paid_at: Text,
  currency: Text,
  total_amount: Amount,
  type: Text,
  status: Text,
  tender_type: Text,
  reference: Text,
  updated_at: Text,
  invoice_id: Text,
  exchange_rate: z.number().nullish().catch(null),
  allocations: listOf(
    z.looseObject({ object_id: Text, object_type: Text, amount: Amount, currency: Text, allocated_at: Text }),
  ),
});

type Row = z.output<typeof Payment>;

/** Reads a payment; one without money of its own applies credit memos. */
export function readPayment(
  raw: unknown,
  books: { readonly currency: string | null; readonly timeZone: string },
): Reading {
  const parsed = Payment.safeParse(raw);
  if (!parsed.success)
    return { reason: 'unreadable', detail: '', contactId: null, currency: null, openMinor: null };
  const row = parsed.data;
  const contactId = row.contact_id ?? row.contacts[0]?.id ?? null;
  const currency = row.currency ?? statedCurrency(row);
  const totalMinor = readCurrency(currency) === null ? null : readAmount(row.total_amount, currency ?? '');
  const parts = totalMinor === null ? [] : partsOf(row, currency ?? '', books.timeZone);
  const aside = (reason: Reason, detail = ''): Reading => ({
    reason,
    detail,
    contactId,
    currency: readCurrency(currency),
    openMinor: totalMinor === null || parts === null ? null : unappliedOf({ totalMinor, parts }),
  });
  if (row.type === 'BILL') return aside('bill');
  if (row.status === 'PENDING' || row.status === 'AUTHORIZED') return aside('pending');
  if (row.status !== null && !STATUSES.has(row.status)) return aside('unknown_status', row.status);
  if (contactId === null) return aside('no_customer');
  if (currency === null) return aside('no_currency');
  if (readCurrency(currency) === null) return aside('unknown_currency', currency);
  if (totalMinor === null || totalMinor < 0 || parts === null) return aside('bad_amount');
  if (row.paid_at === null) return aside('no_date');
  const documentDate = readDay(row.paid_at, books.timeZone);
  if (documentDate === null) return aside('bad_date', row.paid_at);
  if (unappliedOf({ totalMinor, parts }) > 0) return aside('does_not_add_up', 'It pays more than it is.');
  const isVoid = row.status === 'FAILED' || row.status === 'CANCELED';
  return {
    fact: {
      object: 'payment',
      contactId,
      currency,
      documentDate,
      totalMinor,
      method: METHODS[row.tender_type ?? ''] ?? 'Other',
      reference: row.reference?.slice(0, 200) ?? null,
      voidedOn: isVoid ? documentDate : null,
      parts: isVoid ? [] : parts,
      rate: currency === books.currency ? null : readRate(row.exchange_rate),
    },
  };
}

const STATUSES = new Set(['SUCCEEDED', 'FAILED', 'CANCELED']);
const METHODS: Readonly<Record<string, string>> = {
  CARD: 'Card',
  CASH: 'Cash',
  BANK_TRANSFER: 'Bank transfer',
  CHECK: 'Check',
};

/** The one currency that its applications state; null when they state none or several. */
function statedCurrency({ allocations }: Row): string | null {
  const [only, ...others] = new Set(allocations.map(({ currency }) => currency));
  return others.length === 0 ? (only ?? null) : null;
}

/** Null when an amount cannot be read. Books of an older kind name the one invoice on the payment itself. */
function partsOf(row: Row, currency: string, timeZone: string): FactPart[] | null {
  const named =
    row.invoice_id === null
      ? []
      : [{ object_id: row.invoice_id, object_type: 'INVOICE', amount: row.total_amount, allocated_at: null }];
  const parts: FactPart[] = [];
  for (const each of row.allocations.length > 0 ? row.allocations : named) {
    const object =
      each.object_type === 'INVOICE' ? 'invoice' : each.object_type === 'CREDITMEMO' ? 'credit_memo' : null;
    const amountMinor = readAmount(each.amount, currency);
    if (object === null || each.object_id === null || amountMinor === null || amountMinor < 0) return null;
    const on = each.allocated_at === null ? null : readDay(each.allocated_at, timeZone);
    if (amountMinor > 0) parts.push({ object, id: each.object_id, amountMinor, on });
  }
  return parts;
}
