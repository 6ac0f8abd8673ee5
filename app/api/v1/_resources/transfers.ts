import { z } from 'zod';
import { postTransfer } from '@/db/commands/post-transfer';
import { reverseDocument } from '@/db/commands/reverse-document';
import { documentFacts } from '@/db/queries/document-facts';
import { transferById } from '@/db/queries/transfers';
import type { Tx } from '@/db/scope';
import { later, type PlainDate } from '@/lib/domain/dates';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { Amount, AsOf, Currency, Day, Money, readAmount, readId, text } from '../_api/fields';
import { reading, writing } from '../_api/operation';
import { Voiding } from './document-shape';

const Side = z.object({
  customer_id: z.uuid(),
  customer_name: z.string(),
  document_id: z.uuid(),
  number: z.string(),
});

const Transfer = z.object({
  transfer_id: z.uuid(),
  date: Day,
  currency: Currency,
  amount: Money,
  reason: z.string().nullable(),
  payer: Side.extend({ credit_id: z.uuid().nullable() }),
  paid_for: Side.extend({ invoice_id: z.uuid().nullable() }),
  recorded_at: z.string(),
  reversed: z.boolean(),
});

/** One transfer. */
export const getTransfer = reading({
  id: 'getTransfer',
  path: '/transfers/{id}',
  summary: 'One transfer between customers of a family, by its id or that of either of its documents.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: Transfer,
  run: async ({ tx, today }, { as_of = today }, { id }) => ({ body: await detailOf(tx, readId(id), as_of) }),
});

/** Lets one customer pay for another. */
export const createTransfer = writing({
  id: 'createTransfer',
  path: '/transfers',
  summary: 'Lets credit of one customer pay an invoice of another of the same family.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    from_credit_id: z.uuid().meta({ description: 'A payment or credit memo of the customer who pays.' }),
    to_invoice_id: z.uuid().meta({ description: 'An invoice of the customer who is paid for.' }),
    amount: Amount,
    date: Day,
    reason: text(500).optional(),
  }),
  answer: Transfer,
  run: async ({ tx, actor, today }, { from_credit_id, to_invoice_id, amount, date, reason }) => {
    const credit = await documentFacts(tx, from_credit_id);
    if (!credit)
      throw new Refusal('not_found', 'That payment or credit memo does not exist.', 'fromCreditId');
    const { transferId } = await postTransfer(tx, actor, {
      creditId: from_credit_id,
      invoiceId: to_invoice_id,
      amountMinor: readAmount(amount, credit.currency, 'amount'),
      on: date,
      source: 'api',
      ...(reason === undefined ? {} : { reason }),
    });
    return { body: await detailOf(tx, transferId, later(today, date)) };
  },
});

/** Takes a transfer back. */
export const reverseTransfer = writing({
  id: 'reverseTransfer',
  path: '/transfers/{id}/reverse',
  summary: 'Takes a transfer back on both sides: the credit is there again, and the invoice is open again.',
  may: 'books:write',
  body: Voiding,
  answer: Transfer,
  run: async ({ tx, actor, today }, { reason, on }, { id }) => {
    const { payer } = await found(tx, readId(id), today);
    const { documentDate } = await reverseDocument(tx, actor, {
      documentId: payer.documentId,
      kind: 'transfer_in',
      reason,
      source: 'api',
      ...(on ? { on } : {}),
    });
    return { body: await detailOf(tx, payer.documentId, later(today, documentDate)) };
  },
});

async function found(tx: Tx, id: string, asOf: PlainDate) {
  const transfer = await transferById(tx, id, asOf);
  if (!transfer) throw new Refusal('not_found', 'That transfer does not exist.');
  return transfer;
}

async function detailOf(tx: Tx, id: string, asOf: PlainDate) {
  const { payer, paidFor, ...transfer } = await found(tx, id, asOf);
  const sideOf = (side: typeof payer) => ({
    customer_id: side.customerId,
    customer_name: side.customerName,
    document_id: side.documentId,
    number: side.number,
  });
  return {
    transfer_id: transfer.transferId,
    date: transfer.transferDate,
    currency: transfer.currency,
    amount: money(transfer.amountMinor, transfer.currency),
    reason: transfer.reason,
    payer: { ...sideOf(payer), credit_id: payer.aboutId },
    paid_for: { ...sideOf(paidFor), invoice_id: paidFor.aboutId },
    recorded_at: transfer.recordedAt.toISOString(),
    reversed: transfer.isReversed,
  };
}
