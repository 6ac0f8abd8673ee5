import { z } from 'zod';
import { createRecurringInvoice as create } from '@/db/commands/create-recurring-invoice';
import { endRecurringInvoice } from '@/db/commands/end-recurring-invoice';
import { pauseRecurringInvoice } from '@/db/commands/pause-recurring-invoice';
import { resumeRecurringInvoice } from '@/db/commands/resume-recurring-invoice';
import { updateRecurringInvoice as update } from '@/db/commands/update-recurring-invoice';
import { customerRecord } from '@/db/queries/customer-records';
import { lastPeriods, recurringById, recurringList } from '@/db/queries/recurring-invoices';
import { followingDate } from '@/lib/next-billing';
import { Refusal } from '@/lib/refusal';
import { readIdCursor, writeCursor } from '../_api/cursor';
import { Currency, Day, Page, readId } from '../_api/fields';
import { reading, writing } from '../_api/operation';
import { NewBilledLine, readBilledLines } from './new-lines';
import { Recurring, RecurringDetail, recurringDetail, writeRecurring } from './recurring-shape';

/** A day on which something begins or ends to hold. */
const On = z.strictObject({ on: Day.optional().meta({ description: 'Today unless given.' }) });

/** Invoices that repeat. */
export const listRecurringInvoices = reading({
  id: 'listRecurringInvoices',
  path: '/recurring-invoices',
  summary: 'Invoices that repeat, the newest first.',
  may: 'books:read',
  query: z.strictObject({ ...Page, customer_id: z.uuid().optional() }),
  answer: z.object({ data: z.array(Recurring), next_cursor: z.string().nullable() }),
  run: async ({ tx, today }, { customer_id, limit, cursor }) => {
    const page = { limit, afterId: readIdCursor(cursor) };
    const { rows, next } = await recurringList(tx, { customerId: customer_id }, page);
    const following = writeCursor(next === null ? null : [next]);
    const data = rows.map((row) => writeRecurring(row, today));
    return { body: { data, next_cursor: following }, next: following };
  },
});

/** One invoice that repeats. */
export const getRecurringInvoice = reading({
  id: 'getRecurringInvoice',
  path: '/recurring-invoices/{id}',
  summary: 'One invoice that repeats: its next dates, and what it has billed.',
  may: 'books:read',
  query: z.strictObject({}),
  answer: RecurringDetail,
  run: async (call, _query, { id }) => ({ body: await recurringDetail(call, readId(id)) }),
});

/** Begins an invoice that repeats. */
export const createRecurringInvoice = writing({
  id: 'createRecurringInvoice',
  path: '/recurring-invoices',
  summary:
    'Begins an invoice that repeats. What it should have billed before today is billed with the next run.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    customer_id: z.uuid(),
    currency: Currency.optional().meta({ description: "The customer's unless given." }),
    lines: z.array(NewBilledLine).min(1).max(200),
    every: z.enum(['week', 'month', 'quarter', 'year']),
    starts_on: Day.meta({
      description: 'Its first day. All later ones are counted from it: the 31st stays.',
    }),
    ends_on: Day.nullable().default(null).meta({ description: 'The last day it may bill; null for ever.' }),
    terms_days: z.int().min(0).max(3_650).optional().meta({ description: "The customer's unless given." }),
  }),
  answer: RecurringDetail,
  run: async (call, body) => {
    const { tx, actor } = call;
    const customer = await customerRecord(tx, body.customer_id);
    if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
    const currency = body.currency ?? customer.currency;
    const { recurringId } = await create(tx, actor, {
      customerId: customer.id,
      currency,
      lines: readBilledLines(body.lines, currency),
      every: body.every,
      startsOn: body.starts_on,
      endsOn: body.ends_on,
      termsDays: body.terms_days,
    });
    return { body: await recurringDetail(call, recurringId) };
  },
});

/** Changes an invoice that repeats. */
export const updateRecurringInvoice = writing({
  id: 'updateRecurringInvoice',
  method: 'PATCH',
  path: '/recurring-invoices/{id}',
  summary:
    'Changes what it bills from its next day on, and when; what is left out stays. What it billed stays.',
  may: 'books:write',
  body: z.strictObject({
    lines: z.array(NewBilledLine).min(1).max(200).optional(),
    every: z.enum(['week', 'month', 'quarter', 'year']).optional(),
    next_on: Day.optional().meta({
      description: 'The next day it bills; later days are counted from it.',
    }),
    ends_on: Day.nullable().optional().meta({ description: 'Null for ever.' }),
    terms_days: z
      .int()
      .min(0)
      .max(3_650)
      .nullable()
      .optional()
      .meta({ description: "Null: the customer's." }),
  }),
  answer: RecurringDetail,
  run: async (call, body, { id }) => {
    const { tx, actor } = call;
    const recurringId = readId(id);
    const now = await recurringById(tx, recurringId);
    if (!now) throw new Refusal('not_found', 'That recurring invoice does not exist.');
    const last = (await lastPeriods(tx, [recurringId])).get(recurringId) ?? null;
    const nextOn = body.next_on ?? followingDate(now, last);
    if (nextOn === null) throw new Refusal('invalid', 'It has no further day.', 'next_on');
    await update(tx, actor, {
      recurringId,
      lines: body.lines ? readBilledLines(body.lines, now.currency) : now.lines,
      every: body.every ?? now.every,
      nextOn,
      endsOn: body.ends_on === undefined ? now.endsOn : body.ends_on,
      termsDays: body.terms_days === undefined ? now.termsDays : body.terms_days,
    });
    return { body: await recurringDetail(call, recurringId) };
  },
});

/** Pauses an invoice that repeats. */
export const pauseRecurring = writing({
  id: 'pauseRecurring',
  path: '/recurring-invoices/{id}/pause',
  summary: 'Nothing is billed for days from this one on, until it is resumed.',
  may: 'books:write',
  body: On,
  answer: RecurringDetail,
  run: async (call, { on = call.today }, { id }) => {
    await pauseRecurringInvoice(call.tx, call.actor, { recurringId: readId(id), on });
    return { body: await recurringDetail(call, readId(id)) };
  },
});

/** Resumes an invoice that repeats. */
export const resumeRecurring = writing({
  id: 'resumeRecurring',
  path: '/recurring-invoices/{id}/resume',
  summary: 'Days from this one on are billed again; those of the pause never are.',
  may: 'books:write',
  body: On,
  answer: RecurringDetail,
  run: async (call, { on = call.today }, { id }) => {
    await resumeRecurringInvoice(call.tx, call.actor, { recurringId: readId(id), on });
    return { body: await recurringDetail(call, readId(id)) };
  },
});

/** Ends an invoice that repeats. */
export const endRecurring = writing({
  id: 'endRecurring',
  path: '/recurring-invoices/{id}/end',
  summary: 'This is the last day for which it may bill. What it has billed stays.',
  may: 'books:write',
  body: On,
  answer: RecurringDetail,
  run: async (call, { on = call.today }, { id }) => {
    await endRecurringInvoice(call.tx, call.actor, { recurringId: readId(id), on });
    return { body: await recurringDetail(call, readId(id)) };
  },
});
