import { z } from 'zod';
import { postCreditMemo } from '@/db/commands/post-credit-memo';
import { customerRecord } from '@/db/queries/customer-records';
import { later, type PlainDate } from '@/lib/domain/dates';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { malformed } from '../_api/api-error';
import { Amount, AsOf, Currency, Day, Money, readAmount, readId, text } from '../_api/fields';
import { type Call, reading, writing } from '../_api/operation';
import { RateFields, readRate } from '../_api/rates';
import { LedgerDocument, ledgerDocument, Voiding, voidDocument, writeDocument } from './document-shape';
import { DocumentLines, writeDocumentLines } from './invoice-shape';
import { readTotal } from './new-invoice';
import { NewLine, readLines } from './new-lines';

const CreditMemo = LedgerDocument.extend({
  credit_memo_id: z.uuid(),
  tax: Money,
  lines: DocumentLines,
});

const NewCreditMemo = z.strictObject({
  customer_id: z.uuid(),
  date: Day,
  currency: Currency.optional().meta({ description: "The customer's unless given." }),
  number: text(60).optional().meta({ description: 'The next of the own series unless given.' }),
  reason: text(500).optional(),
  ...RateFields,
  lines: z.array(NewLine).min(1).max(500).optional(),
  amount: Amount.optional().meta({
    description: 'The total, tax included; instead of lines, or to be checked against them.',
  }),
  tax: Amount.optional().meta({ description: 'The tax within amount.' }),
  invoice_id: z.uuid().optional().meta({ description: 'The invoice it is about; nothing is applied to it.' }),
  apply_to: z.uuid().optional().meta({
    description:
      'An invoice that it settles as far as that is open, oldest instalment first. The rest stays on the account.',
  }),
});

/** One credit memo. */
export const getCreditMemo = reading({
  id: 'getCreditMemo',
  path: '/credit-memos/{id}',
  summary: 'One credit memo with everything it was applied to.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: CreditMemo,
  run: async (call, { as_of }, { id }) => ({ body: await detailOf(call, readId(id), as_of) }),
});

/** Posts a credit memo. */
export const createCreditMemo = writing({
  id: 'createCreditMemo',
  path: '/credit-memos',
  summary: 'Posts a credit memo, standing alone or about an invoice; what no invoice takes stays as credit.',
  may: 'books:write',
  status: 201,
  body: NewCreditMemo,
  answer: CreditMemo,
  run: async (call, body) => {
    const customer = await customerRecord(call.tx, body.customer_id);
    if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
    if (body.lines === undefined && body.amount === undefined)
      throw malformed('lines: give lines or amount.', 'lines');
    if (body.tax !== undefined && body.lines) throw malformed('tax: belongs to amount, not to lines.', 'tax');
    const currency = body.currency ?? customer.currency;
    const { number, reason, invoice_id, apply_to } = body;
    const rate = readRate(body, currency, call.actor.org.currency);
    const lines = readLines(body.lines, currency);
    if (body.lines && body.amount !== undefined)
      assertTotal(linesTotal(priceLines(lines)).totalMinor, readAmount(body.amount, currency, 'amount'));
    const { documentId } = await postCreditMemo(call.tx, call.actor, {
      customerId: customer.id,
      creditDate: body.date,
      currency,
      lines,
      source: 'api',
      ...(body.amount === undefined || body.lines
        ? {}
        : { total: readTotal(body.amount, body.tax, currency) }),
      ...(rate ? { rate } : {}),
      ...(number === undefined ? {} : { number }),
      ...(reason === undefined ? {} : { reason }),
      ...(invoice_id === undefined ? {} : { invoiceId: invoice_id }),
      ...(apply_to === undefined ? {} : { applyTo: apply_to }),
    });
    return { body: await detailOf(call, documentId, later(call.today, body.date)) };
  },
});

/** Voids a credit memo. */
export const voidCreditMemo = writing({
  id: 'voidCreditMemo',
  path: '/credit-memos/{id}/void',
  summary: 'Takes a credit memo back by a reversal. What it settled is open again.',
  may: 'books:write',
  body: Voiding,
  answer: CreditMemo,
  run: async (call, body, { id }) => {
    const documentId = readId(id);
    const asOf = await voidDocument(call, documentId, ['credit_memo'], body);
    return { body: await detailOf(call, documentId, asOf) };
  },
});

function assertTotal(ofLinesMinor: Minor, amountMinor: Minor): void {
  if (ofLinesMinor !== amountMinor)
    throw new Refusal('does_not_match_lines', 'The lines do not add up to the amount.', 'amount');
}

async function detailOf(call: Call, documentId: string, asOf: PlainDate = call.today) {
  const document = await ledgerDocument(call, documentId, { kinds: ['credit_memo'], asOf });
  return {
    credit_memo_id: documentId,
    ...writeDocument(document, call.actor.org.currency),
    ...writeDocumentLines(document),
  };
}
