import { z } from 'zod';
import { customerRecord } from '@/db/queries/customer-records';
import { reminderHistories } from '@/db/queries/reminder-histories';
import { reminderPolicy } from '@/db/queries/reminder-policy';
import { unpaidOf } from '@/db/queries/unpaid';
import type { Tx } from '@/db/scope';
import { overdueState } from '@/lib/domain/overdue-state';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { AsOf, Currency, Day, Money, readId } from '../_api/fields';
import { reading } from '../_api/operation';

/** How bad it is with a customer who does not pay. */
export const getOverdueState = reading({
  id: 'getOverdueState',
  path: '/customers/{id}/overdue-state',
  summary: 'On which rung of the ladder of overdue states a customer stands, and by what it has not paid.',
  may: 'books:read',
  query: z.strictObject({ on: Day.optional().meta({ description: 'Today unless given.' }) }),
  answer: z.object({
    customer_id: z.uuid(),
    on: Day,
    state: z.string().meta({ description: '`clear` when no rung of the ladder is reached.' }),
    currency: Currency,
    unpaid_count: z.int(),
    unpaid_sum: Money.meta({ description: "Due by that day and open, in the organization's currency." }),
    earliest_unpaid_on: Day.nullable().meta({ description: 'Its earliest due date.' }),
  }),
  run: async ({ tx, actor, today }, { on: asked }, { id }) => {
    const customerId = await existing(tx, id);
    const { currency } = actor.org;
    const on = asked ?? today;
    const unpaid = await unpaidOf(tx, { customerId, currency, on });
    const { states } = await reminderPolicy(tx);
    return {
      body: {
        customer_id: customerId,
        on,
        state: overdueState(states, unpaid, on),
        currency,
        unpaid_count: unpaid.count,
        unpaid_sum: money(unpaid.sumMinor, currency),
        earliest_unpaid_on: unpaid.earliestOn,
      },
    };
  },
});

/** How often a customer was reminded of what is still open. */
export const getReminderState = reading({
  id: 'getReminderState',
  path: '/customers/{id}/reminder-state',
  summary: 'How often a customer was reminded of what is still open, by currency, and whether that is all.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf }),
  answer: z.object({
    customer_id: z.uuid(),
    as_of: Day,
    currencies: z.array(
      z.object({
        currency: Currency,
        attempts: z.int().meta({ description: 'Reminders that name something still open.' }),
        last_on: Day.nullable(),
        finished: z.boolean().meta({ description: 'No more are sent: the limit of attempts is reached.' }),
      }),
    ),
    finished: z.boolean().meta({ description: 'Reminded, and finished in every currency.' }),
  }),
  run: async ({ tx, today }, { as_of }, { id }) => {
    const customerId = await existing(tx, id);
    const asOf = as_of ?? today;
    const { maxAttempts } = await reminderPolicy(tx);
    const histories = await reminderHistories(tx, asOf, [customerId]);
    const currencies = histories.map(({ currency, attempts, lastOn }) => ({
      currency,
      attempts,
      last_on: lastOn,
      finished: maxAttempts !== null && attempts >= maxAttempts,
    }));
    const pressed = currencies.filter((each) => each.attempts > 0);
    const finished = pressed.length > 0 && pressed.every((each) => each.finished);
    return { body: { customer_id: customerId, as_of: asOf, currencies, finished } };
  },
});

async function existing(tx: Tx, id: string | undefined): Promise<string> {
  const customer = await customerRecord(tx, readId(id));
  if (!customer) throw new Refusal('not_found', 'That customer does not exist.');
  return customer.id;
}
