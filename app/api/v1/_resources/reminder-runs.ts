import { z } from 'zod';
import { planReminders, runReminders } from '@/db/commands/run-reminders';
import { sumOf } from '@/lib/domain/money';
import type { PlannedReminder } from '@/lib/domain/reminder-plan';
import { money } from '@/lib/exact-json';
import { Currency, Day, Money } from '../_api/fields';
import { writing } from '../_api/operation';

/** How many of what was not sent an answer lists; the count is of all. */
const LISTED = 200;

const Sent = z.object({
  reminder_id: z.uuid().nullable().meta({ description: 'Null in a dry run.' }),
  customer_id: z.uuid(),
  currency: Currency,
  level: z.int(),
  outstanding: Money,
  invoice_ids: z.array(z.uuid()),
});

const Skipped = z.object({
  customer_id: z.uuid(),
  currency: Currency,
  invoice_id: z.uuid().nullable().meta({ description: 'Null: everything of the customer.' }),
  reason: z.enum([
    'disputed',
    'promised',
    'held',
    'no_step',
    'below_minimum',
    'attempts_used',
    'quiet',
    'waits_to_be_sent',
  ]),
});

/** Goes through everything that is late, once for a day. */
export const createReminderRun = writing({
  id: 'createReminderRun',
  path: '/reminder-runs',
  summary:
    'Reminds everybody whom the policy says on a day. A step of an invoice is taken once, however often it is run.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    date: Day,
    dry_run: z
      .boolean()
      .default(false)
      .meta({ description: 'Only say what would be sent, and what not and why.' }),
  }),
  answer: z.object({
    run_id: z.uuid().nullable(),
    date: Day,
    reminders: z.array(Sent),
    skipped: z.array(Skipped).meta({ description: `At most ${LISTED} of them.` }),
    skipped_count: z.int(),
  }),
  run: async ({ tx, actor }, { date, dry_run }) => {
    const ran = dry_run
      ? { runId: null, reminderIds: [], ...(await planReminders(tx, actor, date)) }
      : await runReminders(tx, actor, { on: date });
    return {
      body: {
        run_id: ran.runId,
        date,
        reminders: ran.reminders.map((reminder, at) => writeSent(reminder, ran.reminderIds[at] ?? null)),
        skipped: ran.skipped.slice(0, LISTED).map((each) => ({
          customer_id: each.customerId,
          currency: each.currency,
          invoice_id: each.documentId,
          reason: each.reason,
        })),
        skipped_count: ran.skipped.length,
      },
    };
  },
});

function writeSent({ customerId, currency, level, lines }: PlannedReminder, reminderId: string | null) {
  return {
    reminder_id: reminderId,
    customer_id: customerId,
    currency,
    level,
    outstanding: money(sumOf(lines.map((line) => line.openMinor)), currency),
    invoice_ids: [...new Set(lines.map((line) => line.documentId))],
  };
}
