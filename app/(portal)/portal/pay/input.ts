import { z } from 'zod';
import type { StartPayment } from '@/db/commands/start-payment';
import { isCurrency } from '@/lib/domain/currencies';
import { PAYMENT_PROVIDERS } from '@/lib/payment-provider';
import { typedMoney } from '@/lib/typed-money';

/** The form that begins a payment: the amount as people type it, and the items that it is for. */
export const payInput = z.object({
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  amount: z.string().trim().min(1, 'Enter how much you want to pay, such as 1,250.00.').max(60),
  useCredit: z.literal('on').optional(),
  item: z
    .union([z.uuid(), z.array(z.uuid()).max(200, 'Choose at most 200 invoices at once.')])
    .optional()
    .transform((items) => [...new Set([items ?? []].flat())]),
  provider: z.enum(PAYMENT_PROVIDERS, 'Choose how you want to pay.'),
});

/** The form as the command takes it. @throws Refusal `invalid` for an amount that cannot be read. */
export function toStartPayment(input: z.output<typeof payInput>): StartPayment {
  const { currency, amount, useCredit, item, provider } = input;
  const amountMinor = typedMoney(amount, currency, 'amount');
  return { currency, amountMinor, useCredit: useCredit === 'on', itemIds: item, provider };
}
