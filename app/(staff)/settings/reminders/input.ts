import { z } from 'zod';
import type { ReminderPolicy } from '@/lib/domain/reminder-policy';
import { limitOf, typedLimit } from '../typed';

/** A whole number of days as typed. */
const days = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'Enter a number of days.')
    .transform(Number)
    .refine((value) => value <= most, `Use at most ${most} days.`);

/** When customers are reminded, as people type it. */
export const policyInput = z.object({
  steps: z
    .string()
    .trim()
    .max(300)
    .transform((text) => (text === '' ? [] : text.split(/[\s,;/]+/).map(Number)))
    .refine(
      (steps) =>
        steps.length <= 100 && steps.every((step) => Number.isInteger(step) && step >= -365 && step <= 3_650),
      'Write whole numbers of days: -3, 1, 7, 14, 30.',
    ),
  quietDays: days(365),
  maxAttempts: z
    .string()
    .trim()
    .regex(/^\d{0,3}$/, 'Enter a number, or leave it empty.')
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((most) => most === null || most >= 1, 'Use at least 1, or leave it empty.'),
  minimum: typedLimit,
  byHand: z.enum(['yes', 'no']),
  graceDays: days(365),
});

/** The form as the command takes it; minimums in other currencies stay. @throws Refusal `invalid` for what is no amount. */
export function toPolicy(
  { minimum, byHand, ...rest }: z.output<typeof policyInput>,
  currency: string,
  before: ReminderPolicy,
): Partial<ReminderPolicy> {
  const { [currency]: _own, ...others } = before.minimumsMinor;
  const limit = limitOf(minimum, currency, 'minimum');
  return {
    ...rest,
    isByHand: byHand === 'yes',
    minimumsMinor: limit === null ? others : { ...others, [currency]: limit },
  };
}
