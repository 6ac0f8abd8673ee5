import { z } from 'zod';
import { postOpeningBalance } from '@/db/commands/post-opening-balance';
import { customerRecord } from '@/db/queries/customer-records';
import { later, type PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { Refusal } from '@/lib/refusal';
import { Amount, AsOf, Currency, Day, readAmount, readId, text } from '../_api/fields';
import { type Call, reading, writing } from '../_api/operation';
import { RateFields, readRate } from '../_api/rates';
import { LedgerDocument, ledgerDocument, Voiding, voidDocument, writeDocument } from './document-shape';

const KINDS: readonly DocumentKind[] = ['opening_debit', 'opening_credit'];

const OpeningBalance = LedgerDocument.extend({ opening_balance_id: z.uuid() });

/** One opening balance. */
export const getOpeningBalance = reading({
  id: 'getOpeningBalance',
  path: '/opening-balances/{id}',
  summary: 'One opening balance with what was applied to it.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: OpeningBalance,
  run: async (call, { as_of }, { id }) => ({ body: await detailOf(call, readId(id), as_of) }),
});

/** Posts an opening balance. */
export const createOpeningBalance = writing({
  id: 'createOpeningBalance',
  path: '/opening-balances',
  summary: 'Posts what a customer owed, or had as credit, before these books began.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    customer_id: z.uuid(),
    date: Day,
    due_date: Day.optional().meta({ description: 'The date unless given; may be before it.' }),
    amount: Amount.meta({ description: 'Above zero the customer owes it, below zero it is credit.' }),
    currency: Currency.optional().meta({ description: "The customer's unless given." }),
    number: text(60).optional().meta({ description: 'The next of the own series unless given.' }),
    reason: text(500).optional(),
    ...RateFields,
  }),
  answer: OpeningBalance,
  run: async (call, { customer_id, date, due_date, amount, number, reason, ...body }) => {
    const customer = await customerRecord(call.tx, customer_id);
    if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
    const currency = body.currency ?? customer.currency;
    const rate = readRate(body, currency, call.actor.org.currency);
    const { documentId } = await postOpeningBalance(call.tx, call.actor, {
      customerId: customer_id,
      on: date,
      amountMinor: readAmount(amount, currency, 'amount'),
      currency,
      source: 'api',
      ...(due_date ? { dueOn: due_date } : {}),
      ...(rate ? { rate } : {}),
      ...(number === undefined ? {} : { number }),
      ...(reason === undefined ? {} : { reason }),
    });
    return { body: await detailOf(call, documentId, later(call.today, date)) };
  },
});

/** Voids an opening balance. */
export const voidOpeningBalance = writing({
  id: 'voidOpeningBalance',
  path: '/opening-balances/{id}/void',
  summary: 'Takes an opening balance back. What paid it, or what it paid, is open again.',
  may: 'books:write',
  body: Voiding,
  answer: OpeningBalance,
  run: async (call, body, { id }) => {
    const documentId = readId(id);
    const asOf = await voidDocument(call, documentId, KINDS, body);
    return { body: await detailOf(call, documentId, asOf) };
  },
});

async function detailOf(call: Call, documentId: string, asOf: PlainDate = call.today) {
  const document = await ledgerDocument(call, documentId, { kinds: KINDS, asOf });
  return { opening_balance_id: documentId, ...writeDocument(document, call.actor.org.currency) };
}
