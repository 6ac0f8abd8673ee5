import { z } from 'zod';
import type { RecordPayment } from '@/db/commands/record-payment';
import { parseDayText } from '@/lib/day-text';
import { isCurrency } from '@/lib/domain/currencies';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { REST_WAYS } from '@/lib/domain/short-pay';
import { Refusal } from '@/lib/refusal';
import { typedMoney } from '@/lib/typed-money';

const part = z.strictObject({
  invoiceId: z.uuid(),
  amountMinor: z.int().positive().transform(toMinor),
  rest: z
    .strictObject({
      as: z.enum(REST_WAYS),
      reason: z.string().trim().min(1).max(200).optional(),
    })
    .optional(),
});

const parts = z
  .string()
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      ctx.addIssue({ code: 'custom', message: 'Reload the page and try again.' });
      return z.NEVER;
    }
  })
  .pipe(z.array(part).max(2_000));

/** The payment form: amounts and days as people type them. */
export const recordPaymentInput = z.object({
  customerId: z.uuid('Choose a customer.'),
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  amount: z.string().trim().min(1, 'Enter the amount that arrived, such as 1,250.00.').max(60),
  receivedOn: z.string().trim().min(1, 'Enter the day the money arrived.').max(40),
  method: z.string().trim().min(1, 'Choose how it was paid.').max(60),
  reference: z.string().trim().max(140).optional(),
  useCredit: z.literal('on').optional(),
  /** Somebody said that what no invoice takes stays on the account. */
  keepSurplus: z.literal('on').optional(),
  parts,
});

export const undoPaymentInput = z.object({ documentId: z.uuid() });

/** Days beyond which a day typed for a payment is a slip of the pen, which would bend every report since. */
const LONGEST_AGO = 3_653;

/** The form as the command takes it. @throws Refusal `invalid` for an amount or a day that cannot be read, for a day to come, and for one that must be a slip. */
export function toRecordPayment(
  input: z.output<typeof recordPaymentInput>,
  timeZone: string,
): RecordPayment & { readonly currency: string } {
  const { customerId, currency, reference } = input;
  const amountMinor = typedMoney(input.amount, currency, 'amount');
  const today = todayIn(timeZone);
  const receivedOn = parseDayText(input.receivedOn, today);
  if (receivedOn === null)
    throw new Refusal(
      'invalid',
      `“${input.receivedOn}” is not a day. Write it like 20 Nov 2026.`,
      'receivedOn',
    );
  if (receivedOn > today)
    throw new Refusal('invalid', 'That day has not come yet. Enter the day the money arrived.', 'receivedOn');
  if (receivedOn < addDays(today, -LONGEST_AGO))
    throw new Refusal(
      'invalid',
      'That day is more than ten years ago. Enter the day the money arrived; older payments are imported.',
      'receivedOn',
    );
  return {
    customerId,
    currency,
    amountMinor,
    receivedOn,
    payment: { method: input.method, ...(reference ? { reference } : {}) },
    apply: input.parts,
    useCredit: input.useCredit === 'on',
    source: 'staff',
  };
}
