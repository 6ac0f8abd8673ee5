import { z } from 'zod';
import { setReminderPolicy } from '@/db/commands/set-reminder-policy';
import { reminderPolicy } from '@/db/queries/reminder-policy';
import { toMinor } from '@/lib/domain/money';
import type { OverdueCondition, OverdueState } from '@/lib/domain/overdue-state';
import type { ReminderPolicy } from '@/lib/domain/reminder-policy';
import { money } from '@/lib/exact-json';
import { malformed } from '../_api/api-error';
import { Amount, Currency, Money, readAmount, text } from '../_api/fields';
import { type Answer, reading, writing } from '../_api/operation';

const StateIn = z.strictObject({
  name: text(40),
  unpaid_count_at_least: z.int().min(0).max(1_000_000).optional(),
  unpaid_sum_at_least: Amount.optional(),
  days_since_earliest_unpaid_at_least: z.int().min(0).max(36_500).optional(),
});

const StateOut = z.object({
  name: z.string(),
  unpaid_count_at_least: z.int().optional(),
  unpaid_sum_at_least: Money.optional(),
  days_since_earliest_unpaid_at_least: z.int().optional(),
});

const Rules = {
  steps: z
    .array(z.int().min(-365).max(3_650))
    .max(100)
    .meta({
      description: 'Days from the due date to each step; below 0 before it.',
      examples: [[-3, 1, 7, 14, 30]],
    }),
  only_with_minimum: z.boolean().meta({ description: 'Only remind in currencies that have a minimum.' }),
  max_attempts: z.int().min(1).max(1_000).nullable().meta({
    description: 'Reminders of a customer and currency while what they name is open; null for no limit.',
  }),
  quiet_days: z.int().min(0).max(365).meta({ description: 'Full days between two reminders of a customer.' }),
  by_hand: z.boolean().meta({ description: 'Reminders wait until somebody sends them.' }),
  promise_grace_days: z.int().min(0).max(365),
};

const Policy = z.object({
  ...Rules,
  minimums: z
    .record(Currency, Money)
    .meta({ description: 'The least that is worth a reminder, by currency.' }),
  overdue_states: z
    .array(StateOut)
    .meta({ description: 'From the mildest to the gravest; the last that holds is it.' }),
});

const Changes = z
  .strictObject({
    ...Rules,
    minimums: z.record(Currency, Amount),
    overdue_states: z.array(StateIn).max(20),
  })
  .partial();

/** When customers are reminded. */
export const getReminderPolicy = reading({
  id: 'getReminderPolicy',
  path: '/reminder-policy',
  summary:
    'When customers are reminded and when they are left alone, and the ladder of states of those who do not pay.',
  may: 'books:read',
  query: z.strictObject({}),
  answer: Policy,
  run: async ({ tx, actor }) => ({ body: writePolicy(await reminderPolicy(tx), actor.org.currency) }),
});

/** Says when customers are reminded. */
export const updateReminderPolicy = writing({
  id: 'updateReminderPolicy',
  method: 'PATCH',
  path: '/reminder-policy',
  summary: 'Changes when customers are reminded; what is left out stays. What was sent stays sent.',
  may: 'books:write',
  body: Changes,
  answer: Policy,
  run: async ({ tx, actor }, body) => {
    const { currency } = actor.org;
    const policy = await setReminderPolicy(tx, actor, readPolicy(body, currency));
    return { body: writePolicy(policy, currency) };
  },
});

function readPolicy(body: z.output<typeof Changes>, currency: string): Partial<ReminderPolicy> {
  const minimums = Object.entries(body.minimums ?? {}).map(
    ([code, amount]) => [code, readLimit(amount, code, `minimums.${code}`)] as const,
  );
  const changes = {
    steps: body.steps,
    minimumsMinor: body.minimums && Object.fromEntries(minimums),
    onlyWithMinimum: body.only_with_minimum,
    maxAttempts: body.max_attempts,
    quietDays: body.quiet_days,
    isByHand: body.by_hand,
    graceDays: body.promise_grace_days,
    states: body.overdue_states?.map((state, at) => readState(state, currency, at)),
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

function readState(state: z.output<typeof StateIn>, currency: string, at: number): OverdueState {
  const field = `overdue_states.${at}`;
  const sum = state.unpaid_sum_at_least;
  const conditions: OverdueCondition[] = [
    ...condition('unpaid_count_at_least', state.unpaid_count_at_least),
    ...condition(
      'unpaid_sum_at_least',
      sum === undefined ? undefined : readLimit(sum, currency, `${field}.unpaid_sum_at_least`),
    ),
    ...condition('days_since_earliest_unpaid_at_least', state.days_since_earliest_unpaid_at_least),
  ];
  if (conditions.length === 0) throw malformed(`${field}: needs at least one condition.`, field);
  return { name: state.name, conditions };
}

function condition(kind: OverdueCondition['kind'], threshold: number | undefined): OverdueCondition[] {
  return threshold === undefined ? [] : [{ kind, threshold }];
}

function readLimit(amount: z.output<typeof Amount>, currency: string, field: string) {
  const minor = readAmount(amount, currency, field);
  if (minor < 0) throw malformed(`${field}: must not be below zero.`, field);
  return minor;
}

function writePolicy(policy: ReminderPolicy, currency: string): Answer<z.output<typeof Policy>> {
  return {
    steps: policy.steps,
    only_with_minimum: policy.onlyWithMinimum,
    max_attempts: policy.maxAttempts,
    quiet_days: policy.quietDays,
    by_hand: policy.isByHand,
    promise_grace_days: policy.graceDays,
    minimums: Object.fromEntries(
      Object.entries(policy.minimumsMinor).map(([code, amount]) => [code, money(amount, code)]),
    ),
    overdue_states: policy.states.map(({ name, conditions }) => ({
      name,
      ...Object.fromEntries(
        conditions.map(({ kind, threshold }) => [
          kind,
          kind === 'unpaid_sum_at_least' ? money(toMinor(threshold), currency) : threshold,
        ]),
      ),
    })),
  };
}
