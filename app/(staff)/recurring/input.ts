import { z } from 'zod';
import type { CreateRecurringInvoice } from '@/db/commands/create-recurring-invoice';
import type { UpdateRecurringInvoice } from '@/db/commands/update-recurring-invoice';
import { isCurrency } from '@/lib/domain/currencies';
import { todayIn } from '@/lib/domain/dates';
import { toDay } from '../invoices/input';
import { lines } from '../invoices/line-input';

/** The form of an invoice that is to repeat, as people type it. */
export const createRecurringInput = z.object({
  customerId: z.uuid('Choose a customer.'),
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  every: z.enum(['week', 'month', 'quarter', 'year']),
  startsOn: z.string().trim().min(1, 'Enter the day of the first invoice.').max(40),
  /** Empty: for ever. */
  endsOn: z.string().trim().max(40),
  /** Empty: the customer's terms. */
  termsDays: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, 'Enter a number of days, such as 30, or nothing.')
    .refine((days) => Number(days) <= 3_650, 'Use at most 3,650 days.'),
  lines,
});

/** How an invoice that repeats goes on; `startsOn` is the next day that it bills. */
export const updateRecurringInput = createRecurringInput
  .omit({ customerId: true, currency: true })
  .extend({ recurringId: z.uuid() });

/** Which rhythm, and from which day on. */
export const recurringDayInput = z.object({
  recurringId: z.uuid(),
  on: z.string().trim().min(1, 'Enter a day.').max(40),
});

/** Whether what a pause kept back is billed after all, or never. */
export const resumeRecurringInput = z.object({
  recurringId: z.uuid(),
  missed: z.enum(['skip', 'bill']),
});

/** The form as the command takes it. @throws Refusal `invalid` for a day that cannot be read. */
export function toCreateRecurring(
  { startsOn, endsOn, termsDays, ...input }: z.output<typeof createRecurringInput>,
  timeZone: string,
): CreateRecurringInvoice {
  const today = todayIn(timeZone);
  return {
    ...input,
    startsOn: toDay(startsOn, today, 'startsOn'),
    endsOn: endsOn === '' ? null : toDay(endsOn, today, 'endsOn'),
    termsDays: termsDays === '' ? undefined : Number(termsDays),
  };
}

/** The same of one that is there. @throws Refusal `invalid` for a day that cannot be read. */
export function toUpdateRecurring(
  { startsOn, endsOn, termsDays, ...input }: z.output<typeof updateRecurringInput>,
  timeZone: string,
): UpdateRecurringInvoice {
  const today = todayIn(timeZone);
  return {
    ...input,
    nextOn: toDay(startsOn, today, 'startsOn'),
    endsOn: endsOn === '' ? null : toDay(endsOn, today, 'endsOn'),
    termsDays: termsDays === '' ? null : Number(termsDays),
  };
}
