import { z } from 'zod';
import {
  chargeReminder as charge,
  sendReminder as send,
  withdrawReminder as withdraw,
} from '@/db/commands/end-reminder';
import { writeReminder } from '@/db/commands/write-reminder';
import { documentCurrency } from '@/db/queries/document-of';
import { type Reminder, reminderList } from '@/db/queries/reminders';
import { isPlainDate } from '@/lib/domain/dates';
import { sumOf } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { isUuid } from '@/lib/uuid';
import { malformed } from '../_api/api-error';
import { readCursor, writeCursor } from '../_api/cursor';
import {
  Amount,
  AsOf,
  Currency,
  Day,
  Decimal,
  Money,
  readAmount,
  readDecimal,
  readId,
  text,
} from '../_api/fields';
import { type Answer, type Call, reading, writing } from '../_api/operation';
import { listOf, MattersQuery } from './collection-lists';

const ReminderShape = z.object({
  reminder_id: z.uuid(),
  customer_id: z.uuid(),
  customer_name: z.string(),
  currency: Currency,
  date: Day,
  level: z.int().meta({ description: 'The highest of its lines; 1 for the first step.' }),
  status: z
    .enum(['unresolved', 'resolved', 'withdrawn'])
    .meta({ description: 'Resolved once nothing that it names is open.' }),
  outstanding: Money.meta({ description: 'What its lines had open on its day.' }),
  fee: Money,
  interest: Money,
  charges: Money.meta({ description: 'Fee and interest.' }),
  total: Money.meta({ description: 'Everything that was demanded.' }),
  annual_interest_percent: z.string().nullable(),
  run_id: z.uuid().nullable(),
  sent_at: z.string().nullable().meta({ description: 'Null while it waits for somebody to send it.' }),
  charge_document_id: z.uuid().nullable().meta({ description: 'The late fee that billed its charges.' }),
  lines: z.array(
    z.object({
      item_id: z.uuid(),
      invoice_id: z.uuid(),
      invoice_number: z.string(),
      due_on: Day,
      days_past_due: z.int(),
      outstanding: Money,
      interest: Money,
      level: z.int(),
    }),
  ),
});

/** Reminders, newest first. */
export const listReminders = reading({
  id: 'listReminders',
  path: '/reminders',
  summary: 'What was demanded of whom, newest first.',
  may: 'books:read',
  query: z.strictObject({ ...MattersQuery, ...AsOf, invoice_id: z.uuid().optional() }),
  answer: listOf(ReminderShape),
  run: async ({ tx, today }, { limit, cursor, as_of, customer_id, invoice_id }) => {
    const filter = { customerId: customer_id, documentId: invoice_id };
    const page = { limit, after: readReminderCursor(cursor) };
    const { rows, next } = await reminderList(tx, as_of ?? today, filter, page);
    const nextCursor = writeCursor(next && [next.reminderDate, next.id]);
    return { body: { data: rows.map(writeShape), next_cursor: nextCursor }, next: nextCursor };
  },
});

/** One reminder. */
export const getReminder = reading({
  id: 'getReminder',
  path: '/reminders/{id}',
  summary: 'One reminder with what it names, and whether that is settled.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: ReminderShape,
  run: async (call, { as_of }, { id }) => ({
    body: await reminderOf({ ...call, today: as_of ?? call.today }, readId(id)),
  }),
});

/** Writes a reminder by hand. */
export const createReminder = writing({
  id: 'createReminder',
  path: '/reminders',
  summary:
    'Notes what is demanded of a customer: invoices, a fee, and interest since they fell due. Nothing is billed.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    customer_id: z.uuid(),
    date: Day,
    invoice_ids: z.array(z.uuid()).min(1).max(200),
    fee: Amount.optional(),
    annual_interest_percent: Decimal.optional().meta({ description: 'Simple interest, actual/365.' }),
  }),
  answer: ReminderShape,
  run: async (call, body) => {
    const [first = ''] = body.invoice_ids;
    const currency = await documentCurrency(call.tx, first);
    const fee = body.fee === undefined ? undefined : readAmount(body.fee, currency, 'fee');
    if (fee !== undefined && fee < 0) throw malformed('fee: must not be below zero.', 'fee');
    const { reminderId } = await writeReminder(call.tx, call.actor, {
      customerId: body.customer_id,
      date: body.date,
      documentIds: [...new Set(body.invoice_ids)],
      ...(fee === undefined ? {} : { feeMinor: fee }),
      ...(body.annual_interest_percent === undefined
        ? {}
        : { interestPercent: readPercent(body.annual_interest_percent) }),
    });
    return { body: await reminderOf(call, reminderId) };
  },
});

/** Notes that a reminder went out. */
export const sendReminder = writing({
  id: 'sendReminder',
  path: '/reminders/{id}/send',
  summary: 'Notes that a reminder which waited went out.',
  may: 'books:write',
  body: z.strictObject({}),
  answer: ReminderShape,
  run: async (call, _body, { id }) => {
    const { reminderId } = await send(call.tx, call.actor, { reminderId: readId(id) });
    return { body: await reminderOf(call, reminderId) };
  },
});

/** Takes a reminder back. */
export const withdrawReminder = writing({
  id: 'withdrawReminder',
  path: '/reminders/{id}/withdraw',
  summary: 'Takes a reminder back: it no longer counts. The steps that it took are not taken again.',
  may: 'books:write',
  body: z.strictObject({ reason: text(500) }),
  answer: ReminderShape,
  run: async (call, { reason }, { id }) => {
    const { reminderId } = await withdraw(call.tx, call.actor, { reminderId: readId(id), reason });
    return { body: await reminderOf(call, reminderId) };
  },
});

/** Bills what a reminder demanded beyond its invoices. */
export const chargeReminder = writing({
  id: 'chargeReminder',
  path: '/reminders/{id}/charge',
  summary: 'Bills the fee and the interest of a reminder as one late fee, once.',
  may: 'books:write',
  body: z.strictObject({ on: Day.optional().meta({ description: 'The day of the reminder unless given.' }) }),
  answer: ReminderShape,
  run: async (call, { on }, { id }) => {
    const { reminderId } = await charge(call.tx, call.actor, {
      reminderId: readId(id),
      ...(on ? { on } : {}),
    });
    return { body: await reminderOf(call, reminderId) };
  },
});

function readPercent(value: z.output<typeof Decimal>): string {
  const percent = readDecimal(value, 'annual_interest_percent');
  if (percent.startsWith('-') || Number(percent) > 1_000)
    throw malformed('annual_interest_percent: must be from 0 to 1000.', 'annual_interest_percent');
  return percent;
}

function readReminderCursor(cursor: string | undefined) {
  const parts = readCursor(cursor, 2);
  if (!parts) return null;
  const [reminderDate = '', id = ''] = parts;
  if (!isPlainDate(reminderDate) || !isUuid(id))
    throw malformed('cursor: is not one that this list gave.', 'cursor');
  return { reminderDate, id };
}

async function reminderOf({ tx, today }: Call, reminderId: string) {
  const { rows } = await reminderList(tx, today, { reminderId }, { limit: 1, after: null });
  const [row] = rows;
  if (!row) throw new Refusal('not_found', 'That reminder does not exist.');
  return writeShape(row);
}

function writeShape(row: Reminder): Answer<z.output<typeof ReminderShape>> {
  const { currency, feeMinor, interestMinor, outstandingMinor } = row;
  const charges = sumOf([feeMinor, interestMinor]);
  return {
    reminder_id: row.reminderId,
    customer_id: row.customerId,
    customer_name: row.customer,
    currency,
    date: row.reminderDate,
    level: row.level,
    status: row.status,
    outstanding: money(outstandingMinor, currency),
    fee: money(feeMinor, currency),
    interest: money(interestMinor, currency),
    charges: money(charges, currency),
    total: money(sumOf([outstandingMinor, charges]), currency),
    annual_interest_percent: row.interestPercent,
    run_id: row.runId,
    sent_at: row.sentAt?.toISOString() ?? null,
    charge_document_id: row.chargeDocumentId,
    lines: row.lines.map((line) => ({
      item_id: line.itemId,
      invoice_id: line.documentId,
      invoice_number: line.number,
      due_on: line.dueOn,
      days_past_due: line.daysPastDue,
      outstanding: money(line.outstandingMinor, currency),
      interest: money(line.interestMinor, currency),
      level: line.level,
    })),
  };
}
