import { z } from 'zod';
import { postDiscount } from '@/db/commands/post-discount';
import { reverseDocument } from '@/db/commands/reverse-document';
import type { SettledRest } from '@/db/commands/settling-paper';
import { documentById } from '@/db/queries/documents';
import { later, type PlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { Amount, AsOf, Currency, Day, Money, momentOf, readAmount, readId, text } from '../_api/fields';
import { type Answer, type Call, reading, writing } from '../_api/operation';
import { LedgerDocument, ledgerDocument, writeDocument } from './document-shape';

/** A credit that was posted for what is left of an invoice. */
export const Settled = z.object({
  document_id: z.uuid(),
  kind: z.enum(['discount', 'write_off', 'credit_memo']),
  number: z.string(),
  invoice_id: z.uuid(),
  currency: Currency,
  amount: Money,
});

const Discount = LedgerDocument.extend({ discount_id: z.uuid(), tax: Money, net: Money });

/** One discount. */
export const getDiscount = reading({
  id: 'getDiscount',
  path: '/discounts/{id}',
  summary: 'One discount with the invoice that it was given on.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: Discount,
  run: async (call, { as_of }, { id }) => ({ body: await detailOf(call, readId(id), as_of) }),
});

/** Takes a discount back. */
export const voidDiscount = writing({
  id: 'voidDiscount',
  path: '/discounts/{id}/void',
  summary: 'Takes a discount back: as much of its invoice is open again.',
  may: 'books:write',
  body: z.strictObject({ reason: text(500), on: Day.optional() }),
  answer: Discount,
  run: async (call, { reason, on }, { id }) => {
    const documentId = readId(id);
    const { documentDate } = await reverseDocument(call.tx, call.actor, {
      documentId,
      kind: 'discount',
      reason,
      source: 'api',
      ...(on ? { on } : {}),
    });
    return { body: await detailOf(call, documentId, later(call.today, documentDate)) };
  },
});

/** Gives a discount. */
export const createDiscount = writing({
  id: 'createDiscount',
  path: '/discounts',
  summary: 'Gives a discount on an invoice: a document that settles as much of it. Its tax is in proportion.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    invoice_id: z.uuid(),
    amount: Amount,
    date: Day,
    reason: text(500).optional(),
  }),
  answer: Settled,
  run: async ({ tx, actor }, { invoice_id, amount, date, reason }) => {
    const invoice = await documentById(tx, invoice_id, momentOf(date));
    if (!invoice) throw new Refusal('not_found', 'That invoice does not exist.', 'invoiceId');
    const { currency } = invoice;
    const settled = await postDiscount(tx, actor, {
      invoiceId: invoice_id,
      amountMinor: readAmount(amount, currency, 'amount'),
      on: date,
      source: 'api',
      ...(reason ? { reason } : {}),
    });
    return { body: writeSettled(settled, currency) };
  },
});

/** The one place that says how such a credit is written. */
export function writeSettled(rest: SettledRest, currency: string): Answer<z.output<typeof Settled>> {
  return {
    document_id: rest.documentId,
    kind: rest.kind,
    number: rest.number,
    invoice_id: rest.invoiceId,
    currency,
    amount: money(rest.amountMinor, currency),
  };
}

async function detailOf(call: Call, documentId: string, asOf: PlainDate = call.today) {
  const document = await ledgerDocument(call, documentId, { kinds: ['discount'], asOf });
  const tax = money(toMinor(-document.taxMinor), document.currency);
  const net = money(toMinor(document.taxMinor - document.amountMinor), document.currency);
  return { discount_id: documentId, ...writeDocument(document, call.actor.org.currency), tax, net };
}
