import { z } from 'zod';
import { type PostedRefund, type RefundedInvoice, refundCredit } from '@/db/commands/refund-credit';
import { refundInvoice } from '@/db/commands/refund-invoice';
import { customerRecord } from '@/db/queries/customer-records';
import { documentFacts } from '@/db/queries/document-facts';
import type { Tx } from '@/db/scope';
import { later, type PlainDate } from '@/lib/domain/dates';
import { sumOf } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { malformed } from '../_api/api-error';
import { Amount, AsOf, Currency, Day, Money, readAmount, readId, text } from '../_api/fields';
import { type Call, reading, writing } from '../_api/operation';
import { LedgerDocument, ledgerDocument, Voiding, voidDocument, writeDocument } from './document-shape';

const Refund = LedgerDocument.extend({ refund_id: z.uuid() });

const NewRefund = z.strictObject({
  credit_id: z.uuid().optional().meta({ description: 'A payment or credit memo.' }),
  customer_id: z.uuid().optional().meta({
    description: 'Instead of credit_id: what is unapplied on the account, oldest first.',
  }),
  currency: Currency.optional().meta({ description: "With customer_id; the customer's unless given." }),
  amount: Amount,
  date: Day,
  reason: text(500).optional(),
  invoice_id: z.uuid().optional().meta({
    description:
      'With credit_id: the money is first taken back from this invoice, which is open again. Alone: of what was paid of it, or is left of credit memos about it.',
  }),
  allocations: z
    .array(z.strictObject({ invoice_id: z.uuid(), amount: Amount }))
    .min(1)
    .max(500)
    .optional()
    .meta({ description: 'Instead of invoice_id: from several invoices; together no more than amount.' }),
});

/** One refund. */
export const getRefund = reading({
  id: 'getRefund',
  path: '/refunds/{id}',
  summary: 'One refund with the credit that it paid back.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: Refund,
  run: async (call, { as_of }, { id }) => ({ body: await detailOf(call, readId(id), as_of) }),
});

/** Gives money back. */
export const createRefund = writing({
  id: 'createRefund',
  path: '/refunds',
  summary: 'Gives money back that is on an account: a refund for each credit that it was taken from.',
  may: 'books:write',
  status: 201,
  body: NewRefund,
  answer: z.object({ currency: Currency, amount: Money, refunds: z.array(Refund) }),
  run: async (call, body) => {
    const { currency, post } = await readRefund(call.tx, body);
    const refunds = await post(call);
    const asOf = later(call.today, body.date);
    const written = [];
    for (const { documentId } of refunds) written.push(await detailOf(call, documentId, asOf));
    const amount = money(sumOf(refunds.map((each) => each.amountMinor)), currency);
    return { body: { currency, amount, refunds: written } };
  },
});

/** Voids a refund. */
export const voidRefund = writing({
  id: 'voidRefund',
  path: '/refunds/{id}/void',
  summary: 'Takes a refund back that did not happen: the money is on the account again.',
  may: 'books:write',
  body: Voiding,
  answer: Refund,
  run: async (call, body, { id }) => {
    const documentId = readId(id);
    const asOf = await voidDocument(call, documentId, ['refund'], body);
    return { body: await detailOf(call, documentId, asOf) };
  },
});

type Body = z.output<typeof NewRefund>;

/** What is asked for, ready to be posted. @throws ApiError 400 for parts that do not belong together. */
async function readRefund(
  tx: Tx,
  body: Body,
): Promise<{ currency: string; post: (call: Call) => Promise<PostedRefund[]> }> {
  const { credit_id, customer_id, invoice_id, allocations, reason } = body;
  if (credit_id && customer_id) throw malformed('credit_id: give credit_id or customer_id.', 'credit_id');
  if (!credit_id && !customer_id && !invoice_id)
    throw malformed('credit_id: give credit_id, customer_id or invoice_id.', 'credit_id');
  if (invoice_id && (allocations || customer_id))
    throw malformed('invoice_id: goes alone or with credit_id.', 'invoice_id');
  if (!credit_id && allocations)
    throw malformed('credit_id: is needed to take money back from invoices.', 'credit_id');
  if (!customer_id && body.currency) throw malformed('currency: goes with customer_id.', 'currency');
  const named = credit_id ?? invoice_id;
  const currency = named ? await currencyOf(tx, named) : await currencyFor(tx, body);
  const amountMinor = readAmount(body.amount, currency, 'amount');
  const common = {
    amountMinor,
    refundedOn: body.date,
    source: 'api' as const,
    ...(reason === undefined ? {} : { reason }),
  };
  if (!credit_id && invoice_id)
    return {
      currency,
      post: (call) => refundInvoice(call.tx, call.actor, { ...common, invoiceId: invoice_id }),
    };
  const invoices: RefundedInvoice[] = invoice_id
    ? [{ invoiceId: invoice_id, amountMinor }]
    : (allocations ?? []).map((each, i) => ({
        invoiceId: each.invoice_id,
        amountMinor: readAmount(each.amount, currency, `allocations.${i}.amount`),
      }));
  const from = credit_id ? { creditId: credit_id, invoices } : { customerId: customer_id ?? '', currency };
  return { currency, post: (call) => refundCredit(call.tx, call.actor, { ...common, from }) };
}

async function currencyOf(tx: Tx, id: string): Promise<string> {
  const found = await documentFacts(tx, id);
  if (!found) throw new Refusal('not_found', 'That document does not exist.');
  return found.currency;
}

async function currencyFor(tx: Tx, { customer_id = '', currency }: Body): Promise<string> {
  const customer = await customerRecord(tx, customer_id);
  if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
  return currency ?? customer.currency;
}

async function detailOf(call: Call, documentId: string, asOf: PlainDate = call.today) {
  const document = await ledgerDocument(call, documentId, { kinds: ['refund'], asOf });
  return { refund_id: documentId, ...writeDocument(document, call.actor.org.currency) };
}
