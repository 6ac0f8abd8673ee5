import { z } from 'zod';
import type { PromiseToPay } from '@/db/commands/promise-to-pay';
import { parseDayText } from '@/lib/day-text';
import { isCurrency } from '@/lib/domain/currencies';
import { todayIn } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { typedMoney } from '@/lib/typed-money';

export const promiseInput = z.object({
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  amount: z.string().trim().min(1, 'Enter how much you will pay.').max(60),
  promisedFor: z.string().trim().min(1, 'Enter the day by which you will pay.').max(40),
  item: z
    .union([z.uuid(), z.array(z.uuid()).max(200, 'Choose at most 200 invoices at once.')])
    .optional()
    .transform((items) => [...new Set([items ?? []].flat())]),
});

/** The form as the command takes it. @throws Refusal `invalid` for an amount or a day that cannot be read. */
export function toPromise(input: z.output<typeof promiseInput>, timeZone: string): PromiseToPay {
  const { currency, amount, item } = input;
  const amountMinor = typedMoney(amount, currency, 'amount');
  const promisedFor = parseDayText(input.promisedFor, todayIn(timeZone), 'future');
  if (promisedFor === null)
    throw new Refusal('invalid', `“${input.promisedFor}” is not a day. Write it like 20 Nov.`, 'promisedFor');
  return { currency, amountMinor, itemIds: item, promisedFor };
}
