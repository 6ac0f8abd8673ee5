import { z } from 'zod';
import { lockCustomer } from '@/db/commands/lock-customers';
import { type RecordPayment, recordPayment } from '@/db/commands/record-payment';
import { reversePayment as reverse } from '@/db/commands/reverse-payment';
import { documentFacts } from '@/db/queries/document-facts';
import { type DocumentDetail, documentById } from '@/db/queries/documents';
import { exchangeDifferences } from '@/db/queries/exchange-differences';
import { openDebitsAmong } from '@/db/queries/open-debits';
import { papersAbout } from '@/db/queries/papers-about';
import { type PaymentRow, paymentList } from '@/db/queries/payments';
import type { Tx } from '@/db/scope';
import { later, type PlainDate } from '@/lib/domain/dates';
import { DEBIT_KINDS, type DocumentKind } from '@/lib/domain/documents';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { malformed } from '../_api/api-error';
import { readDocumentCursor, writeDocumentCursor } from '../_api/cursor';
import {
  Amount,
  AsOf,
  Currency,
  Day,
  InCurrency,
  Money,
  momentOf,
  Page,
  readAmount,
  readId,
  text,
} from '../_api/fields';
import { type Answer, type Call, reading, writing } from '../_api/operation';
import { BaseFacts, readRate, writeBase, writeMoney } from '../_api/rates';
import { Settled, writeSettled } from './discounts';
import { Applied, Related, Reversal, writeApplied, writeRelated, writeReversal } from './invoice-shape';
import { NewPayment, OldPayment, readPayment } from './new-payment';

/** One application of a payment, or what is left of it. */
const PaymentLine = z.object({
  payment_id: z.uuid(),
  invoice_id: z.uuid().nullable().meta({ description: 'Null for money that no invoice has taken.' }),
  amount: Money,
  method: z.string(),
  payment_date: Day,
  number: z.string(),
  customer_id: z.uuid(),
  currency: Currency,
});

/** A payment with everything that became of it. */
const PaymentDetail = z.object({
  payment_id: z.uuid(),
  number: z.string(),
  customer_id: z.uuid(),
  customer_name: z.string(),
  payment_date: Day,
  currency: Currency,
  amount: Money,
  unallocated_amount: Money,
  used_amount: Money.meta({ description: 'Applied or given back.' }),
  refunded_amount: Money,
  method: z.string(),
  reference: z.string().nullable(),
  payer: z.string().nullable(),
  ...BaseFacts.shape,
  source: z.string(),
  recorded_at: z.string(),
  allocations: z.array(
    Applied.extend({
      exchange_difference_base: Money.nullable().meta({
        description: 'Realised, in the base currency; above 0 is a gain. Null within it, or without a rate.',
      }),
    }),
  ),
  related: z.array(Related),
  reversed_by: Reversal.nullable(),
});

const Recorded = z.object({
  message: z.string(),
  payment_id: z.uuid(),
  number: z.string(),
  currency: Currency,
  amount: Money,
  unallocated_amount: Money,
  allocation_ids: z.array(z.uuid()),
  settled: z.array(Settled).meta({
    description: 'What was posted for what the payment left open: discounts, write-offs and credit memos.',
  }),
});

/** Payments by what they pay. */
export const listPayments = reading({
  id: 'listPayments',
  path: '/payments',
  summary:
    'Payments, newest first: a row per invoice that each pays, and one for what is left. Reversed ones are left out.',
  may: 'books:read',
  query: z.strictObject({
    ...Page,
    ...AsOf,
    ...InCurrency,
    customer_id: z.uuid().optional(),
    start_date: Day.optional(),
    end_date: Day.optional(),
  }),
  answer: z.array(PaymentLine),
  run: async ({ tx, today }, query) => {
    const { as_of, currency, start_date, end_date } = query;
    const ends = [as_of, end_date].filter((day) => day !== undefined).toSorted();
    const filter = { customerId: query.customer_id, currency, from: start_date, to: ends[0] };
    const page = { limit: query.limit, after: readDocumentCursor(query.cursor) };
    const { rows, next } = await paymentList(tx, momentOf(as_of ?? today), filter, page);
    return { body: rows.flatMap(writeLines), next: writeDocumentCursor(next) };
  },
});

/** One payment. */
export const getPayment = reading({
  id: 'getPayment',
  path: '/payments/{id}',
  summary: 'One payment with everything it was applied to.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: PaymentDetail,
  run: async (call, { as_of }, { id }) => ({ body: await detailOf(call, readId(id), as_of ?? call.today) }),
});

/** Books money that arrived. */
export const createPayment = writing({
  id: 'createPayment',
  path: '/payments',
  summary:
    'Books money that arrived and applies it. The body { invoice_id, payment_date, amount } pays one invoice.',
  may: 'books:write',
  status: 201,
  body: z.union([NewPayment, OldPayment]),
  answer: Recorded,
  run: async ({ tx, actor }, body) => {
    const base = actor.org.currency;
    const payment =
      'invoice_id' in body ? await forInvoice(tx, body, base) : await forCustomer(tx, body, base);
    const { documentId, number, ...made } = await recordPayment(tx, actor, payment);
    const { currency } = payment;
    return {
      body: {
        message: `Payment ${number} was recorded.`,
        payment_id: documentId,
        number,
        currency,
        amount: money(payment.amountMinor, currency),
        unallocated_amount: money(made.unappliedMinor, currency),
        allocation_ids: made.allocationIds,
        settled: made.settled.map((rest) => writeSettled(rest, currency)),
      },
    };
  },
});

/** Takes a payment back. */
export const reversePayment = writing({
  id: 'reversePayment',
  path: '/payments/{id}/reverse',
  summary: 'Takes a payment back that bounced or was booked wrong; what it paid is open again.',
  may: 'books:write',
  body: z.strictObject({
    on: Day.optional(),
    reason: text(500),
    fee: Amount.optional().meta({ description: 'What the customer is charged for it, in its currency.' }),
    with_refunds: z.boolean().default(false).meta({
      description: 'Refunds given from it did not happen either. Otherwise they stay, and are owed again.',
    }),
  }),
  answer: PaymentDetail.extend({
    fee_id: z.uuid().nullable().meta({ description: 'The late fee that was posted; null for none.' }),
  }),
  run: async (call, { on, reason, fee, with_refunds }, { id }) => {
    const documentId = readId(id);
    const payment = await documentFacts(call.tx, documentId);
    if (!payment) throw new Refusal('not_found', 'That payment does not exist.');
    const { documentDate, feeId } = await reverse(call.tx, call.actor, {
      documentId,
      reason,
      source: 'api',
      withRefunds: with_refunds,
      ...(on ? { on } : {}),
      ...(fee === undefined ? {} : { feeMinor: readAmount(fee, payment.currency, 'fee') }),
    });
    const detail = await detailOf(call, documentId, later(call.today, documentDate));
    return { body: { ...detail, fee_id: feeId } };
  },
});

type WithCurrency = RecordPayment & { readonly currency: string };

async function forCustomer(tx: Tx, body: z.output<typeof NewPayment>, base: string): Promise<WithCurrency> {
  const currency = body.currency ?? (await lockCustomer(tx, body.customer_id)).currency;
  return { ...readPayment(body, currency, base), currency };
}

/** The whole amount to one invoice as far as it is open; the rest stays on the account. */
async function forInvoice(tx: Tx, body: z.output<typeof OldPayment>, base: string): Promise<WithCurrency> {
  const { invoice_id, payment_date, amount, method } = body;
  const invoice = await documentById(tx, invoice_id, momentOf(payment_date));
  if (!invoice || !(DEBIT_KINDS as readonly DocumentKind[]).includes(invoice.kind))
    throw new Refusal('not_found', 'That invoice does not exist.', 'invoiceId');
  const { customerId, currency } = invoice;
  await lockCustomer(tx, customerId);
  const debits = await openDebitsAmong(tx, { customerId, currency, ids: [invoice_id] });
  const open = sumOf(debits.map((debit) => debit.openMinor));
  const amountMinor = readAmount(amount, currency, 'amount');
  if (amountMinor <= 0) throw malformed('amount: must be above zero.', 'amount');
  const applied = toMinor(Math.min(open, amountMinor));
  const rate = readRate(body, currency, base);
  return {
    customerId,
    receivedOn: payment_date,
    amountMinor,
    currency,
    payment: { method },
    ...(rate ? { rate } : {}),
    apply: applied > 0 ? [{ invoiceId: invoice_id, amountMinor: applied }] : 'none',
    source: 'api',
  };
}

async function detailOf(
  { tx, actor }: Call,
  documentId: string,
  asOf: PlainDate,
): Promise<Answer<z.output<typeof PaymentDetail>>> {
  const found = await documentById(tx, documentId, momentOf(asOf));
  if (!found?.payment || found.kind !== 'payment')
    throw new Refusal('not_found', 'That payment does not exist.');
  const { currency, payment } = found;
  const base = actor.org.currency;
  const gains = currency === base ? new Map<string, Minor | null>() : await gainsOf(tx, base, documentId);
  return {
    payment_id: found.documentId,
    number: found.number,
    customer_id: found.customerId,
    customer_name: found.customerName,
    payment_date: found.documentDate,
    currency,
    amount: money(toMinor(-found.amountMinor), currency),
    unallocated_amount: money(toMinor(-found.openMinor), currency),
    used_amount: money(toMinor(found.openMinor - found.amountMinor), currency),
    refunded_amount: money(refundedOf(found), currency),
    ...payment,
    ...writeBase({ ...found, amountMinor: toMinor(-found.amountMinor) }, base),
    source: found.source,
    recorded_at: found.recordedAt.toISOString(),
    allocations: writeApplied(found).map((each) => ({
      ...each,
      exchange_difference_base: writeMoney(gains.get(each.allocation_id) ?? null, base),
    })),
    related: writeRelated(await papersAbout(tx, documentId, momentOf(asOf)), currency),
    reversed_by: writeReversal(found),
  };
}

/** What of a payment was given back. */
function refundedOf({ allocations }: DocumentDetail): Minor {
  const standing = allocations.filter((each) => each.other.kind === 'refund' && each.undoneOn === null);
  return sumOf(standing.map((each) => each.amountMinor));
}

async function gainsOf(tx: Tx, base: string, documentId: string): Promise<Map<string, Minor | null>> {
  const found = await exchangeDifferences(tx, base, { documentId }, { knownAt: null });
  return new Map(found.map((each) => [each.allocationId, each.gainMinor]));
}

function writeLines(row: PaymentRow): Answer<z.output<typeof PaymentLine>>[] {
  const { currency, unappliedMinor } = row;
  const common = {
    payment_id: row.documentId,
    method: row.method,
    payment_date: row.documentDate,
    number: row.number,
    customer_id: row.customerId,
    currency,
  };
  const lines = row.parts.map((part) => ({
    ...common,
    invoice_id: part.invoiceId,
    amount: money(part.amountMinor, currency),
  }));
  if (unappliedMinor === 0) return lines;
  return [...lines, { ...common, invoice_id: null, amount: money(unappliedMinor, currency) }];
}
