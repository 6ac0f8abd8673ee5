import { z } from 'zod';
import { cancelPromise as cancel } from '@/db/commands/cancel-promise';
import { recordPromise } from '@/db/commands/record-promise';
import { customerRecord } from '@/db/queries/customer-records';
import { type PromiseRow, promiseList } from '@/db/queries/promises';
import { PROMISE_STATUSES } from '@/lib/domain/promise';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { Amount, AsOf, Currency, Day, Money, readAmount, readId, text } from '../_api/fields';
import { type Answer, type Call, reading, writing } from '../_api/operation';
import { listOf, MattersQuery, pageFrom, pageReply } from './collection-lists';

const PromiseShape = z.object({
  promise_id: z.uuid(),
  customer_id: z.uuid(),
  invoice_id: z.uuid().nullable().meta({ description: 'Null when it is for the account.' }),
  currency: Currency,
  amount: Money,
  received: Money.meta({ description: 'What arrived for it in time, and was not taken back.' }),
  promised_for: Day,
  promised_on: Day,
  note: z.string().nullable(),
  status: z.enum(PROMISE_STATUSES),
});

/** Promises to pay, the latest first. */
export const listPromises = reading({
  id: 'listPromises',
  path: '/promises',
  summary: 'Promises to pay, the latest first, with what has become of them.',
  may: 'books:read',
  query: z.strictObject({ ...MattersQuery, ...AsOf }),
  answer: listOf(PromiseShape),
  run: async ({ tx, today }, query) => {
    const page = pageFrom(query);
    const rows = await promiseList(tx, query.as_of ?? today, { customerId: query.customer_id }, page);
    return pageReply(rows.map(writePromise), page);
  },
});

/** Notes a promise to pay. */
export const createPromise = writing({
  id: 'createPromise',
  path: '/promises',
  summary: 'Notes that somebody promised to pay by a day. Reminders wait for it.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    customer_id: z.uuid(),
    invoice_id: z.uuid().optional().meta({ description: 'Left out: the promise is for the account.' }),
    amount: Amount,
    currency: Currency.optional().meta({ description: "The customer's own unless given." }),
    promised_for: Day,
    promised_on: Day.optional().meta({ description: 'When it was said; today unless given.' }),
    note: text(2_000).optional(),
  }),
  answer: PromiseShape,
  run: async (call, body) => {
    const { tx, actor, today } = call;
    const customer = await customerRecord(tx, body.customer_id);
    if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
    const currency = body.currency ?? customer.currency;
    const { promiseId } = await recordPromise(tx, actor, {
      customerId: customer.id,
      ...(body.invoice_id ? { documentId: body.invoice_id } : {}),
      currency,
      amountMinor: readAmount(body.amount, currency, 'amount'),
      promisedFor: body.promised_for,
      promisedOn: body.promised_on ?? today,
      ...(body.note ? { note: body.note } : {}),
    });
    return { body: await promiseOf(call, promiseId) };
  },
});

/** Takes a promise back. */
export const cancelPromise = writing({
  id: 'cancelPromise',
  method: 'PATCH',
  path: '/promises/{id}',
  summary: 'Takes a promise back: it neither stops reminders nor counts as broken.',
  may: 'books:write',
  body: z.strictObject({ cancelled: z.literal(true) }),
  answer: PromiseShape,
  run: async (call, _body, { id }) => {
    const { promiseId } = await cancel(call.tx, call.actor, { promiseId: readId(id) });
    return { body: await promiseOf(call, promiseId) };
  },
});

async function promiseOf({ tx, today }: Call, promiseId: string) {
  const [row] = await promiseList(tx, today, { promiseId }, { limit: 1, offset: 0 });
  if (!row) throw new Refusal('not_found', 'That promise does not exist.');
  return writePromise(row);
}

function writePromise(row: PromiseRow): Answer<z.output<typeof PromiseShape>> {
  return {
    promise_id: row.promiseId,
    customer_id: row.customerId,
    invoice_id: row.documentId,
    currency: row.currency,
    amount: money(row.amountMinor, row.currency),
    received: money(row.receivedMinor, row.currency),
    promised_for: row.promisedFor,
    promised_on: row.promisedOn,
    note: row.note,
    status: row.status,
  };
}
