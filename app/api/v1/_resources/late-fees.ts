import { z } from 'zod';
import { chargeLateFees, type PostedCharge } from '@/db/commands/charge-late-fees';
import { postLateFee } from '@/db/commands/post-late-fee';
import { reverseDocument } from '@/db/commands/reverse-document';
import { customerRecord } from '@/db/queries/customer-records';
import { documentFacts } from '@/db/queries/document-facts';
import type { Tx } from '@/db/scope';
import { later, type PlainDate } from '@/lib/domain/dates';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { malformed } from '../_api/api-error';
import { Amount, AsOf, Currency, Day, Money, readAmount, readId, text } from '../_api/fields';
import { type Answer, type Call, reading, writing } from '../_api/operation';
import { LedgerDocument, ledgerDocument, writeDocument } from './document-shape';

const LateFee = LedgerDocument.extend({ late_fee_id: z.uuid() });

const NewLateFee = z.strictObject({
  invoice_id: z
    .uuid()
    .optional()
    .meta({ description: 'The invoice it is charged for, in whose currency it is.' }),
  customer_id: z
    .uuid()
    .optional()
    .meta({ description: 'Instead of invoice_id: for no invoice in particular.' }),
  currency: Currency.optional().meta({ description: "With customer_id; the customer's unless given." }),
  amount: Amount,
  date: Day.meta({ description: 'Its day, and the day it is due.' }),
  reason: text(500).default('Late fee'),
});

const Charge = z.object({
  document_id: z.uuid(),
  number: z.string(),
  kind: z.enum(['fee', 'interest']),
  invoice_id: z.uuid(),
  customer_id: z.uuid(),
  currency: Currency,
  amount: Money,
  reason: z.string(),
});

/** One late fee. */
export const getLateFee = reading({
  id: 'getLateFee',
  path: '/late-fees/{id}',
  summary: 'One late fee or charge of interest, with what was applied to it.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: LateFee,
  run: async (call, { as_of }, { id }) => ({ body: await detailOf(call, readId(id), as_of) }),
});

/** Charges a late fee by hand. */
export const createLateFee = writing({
  id: 'createLateFee',
  path: '/late-fees',
  summary: 'Charges a late fee, for an invoice or for a customer: from now on it is owed.',
  may: 'books:write',
  status: 201,
  body: NewLateFee,
  answer: LateFee,
  run: async (call, body) => {
    const { tx, actor, today } = call;
    const { about, currency } = await readAbout(tx, body);
    const { documentId } = await postLateFee(tx, actor, {
      about,
      amountMinor: readAmount(body.amount, currency, 'amount'),
      on: body.date,
      reason: body.reason,
      source: 'api',
    });
    return { body: await detailOf(call, documentId, later(today, body.date)) };
  },
});

/** Takes a late fee back. */
export const voidLateFee = writing({
  id: 'voidLateFee',
  path: '/late-fees/{id}/void',
  summary: 'Takes a late fee back. The rules do not charge it again.',
  may: 'books:write',
  body: z.strictObject({ reason: text(500), on: Day.optional() }),
  answer: LateFee,
  run: async (call, { reason, on }, { id }) => {
    const documentId = readId(id);
    const { documentDate } = await reverseDocument(call.tx, call.actor, {
      documentId,
      kind: 'late_fee',
      reason,
      source: 'api',
      ...(on ? { on } : {}),
    });
    return { body: await detailOf(call, documentId, later(call.today, documentDate)) };
  },
});

/** Charges what the rules say. */
export const createLateFeeRun = writing({
  id: 'createLateFeeRun',
  path: '/late-fee-runs',
  summary:
    'Charges the late fee of every invoice that is late enough, once, and with interest what accrued since it was last charged.',
  may: 'books:write',
  body: z.strictObject({
    date: Day.optional().meta({ description: 'Today unless given; not ahead.' }),
    interest: z.boolean().default(false),
  }),
  answer: z.object({
    date: Day,
    charges: z.array(Charge),
    complete: z.boolean().meta({ description: 'False: there is more to charge. Ask again.' }),
  }),
  run: async ({ tx, actor, today }, { date = today, interest }) => {
    const run = await chargeLateFees(tx, actor, { on: date, withInterest: interest });
    return { body: { date, charges: run.charges.map(writeCharge), complete: run.isComplete } };
  },
});

async function readAbout(tx: Tx, { invoice_id, customer_id, currency }: z.output<typeof NewLateFee>) {
  if ((invoice_id === undefined) === (customer_id === undefined))
    throw malformed('invoice_id: give invoice_id or customer_id.', 'invoice_id');
  if (invoice_id !== undefined) {
    if (currency) throw malformed('currency: goes with customer_id.', 'currency');
    const invoice = await documentFacts(tx, invoice_id);
    if (!invoice) throw new Refusal('not_found', 'That invoice does not exist.', 'invoiceId');
    return { about: { invoiceId: invoice_id }, currency: invoice.currency };
  }
  const customer = await customerRecord(tx, customer_id ?? '');
  if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
  const own = currency ?? customer.currency;
  return { about: { customerId: customer.id, currency: own }, currency: own };
}

function writeCharge(charge: PostedCharge): Answer<z.output<typeof Charge>> {
  return {
    document_id: charge.documentId,
    number: charge.number,
    kind: charge.kind,
    invoice_id: charge.invoiceId,
    customer_id: charge.customerId,
    currency: charge.currency,
    amount: money(charge.amountMinor, charge.currency),
    reason: charge.reason,
  };
}

async function detailOf(call: Call, documentId: string, asOf: PlainDate = call.today) {
  const document = await ledgerDocument(call, documentId, { kinds: ['late_fee'], asOf });
  return { late_fee_id: documentId, ...writeDocument(document, call.actor.org.currency) };
}
