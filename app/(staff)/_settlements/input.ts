import { z } from 'zod';
import { parseDayText } from '@/lib/day-text';
import { isCurrency } from '@/lib/domain/currencies';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { typedMoney } from '@/lib/typed-money';

const typed = {
  documentId: z.uuid(),
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  amount: z.string().trim().min(1, 'Enter the amount.').max(60),
  on: z.string().trim().min(1, 'Enter the day.').max(40),
};

/** So much of a document, on a day, and why: a write-off, a credit, a discount, a refund. */
export const settleInput = z.object({
  ...typed,
  reason: z.string().trim().min(1, 'Say why.').max(500, 'Use at most 500 characters.'),
});

/** So much of a write-off that turned out to be worth something. */
export const recoverInput = z.object(typed);

/** What was just posted and is taken back. */
export const undoSettlementInput = z.object({
  documentId: z.uuid(),
  kind: z.enum(['write_off', 'credit_write_off', 'credit_memo', 'discount', 'refund']),
});

/** A write-off that was just recovered, and how much of it. */
export const undoRecoveryInput = z.object({
  documentId: z.uuid(),
  amountMinor: z.coerce.number().int().positive().transform(toMinor),
});

/** Applications that a move just made, with commas between, and where the money had been. */
export const undoMoveInput = z.object({
  allocationIds: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid()).min(1).max(200)),
  debitId: z.uuid(),
});

/** An application of money, and the invoice that gets it instead. */
export const moveInput = z.object({
  allocationId: z.uuid(),
  currency: typed.currency,
  debitId: z.uuid('Choose an invoice.'),
  amount: typed.amount,
});

/** Amount and day as they were typed. @throws Refusal `invalid` for what cannot be read, and for a day to come. */
export function readTyped(
  input: { readonly currency: string; readonly amount: string; readonly on: string },
  timeZone: string,
): { amountMinor: Minor; on: PlainDate } {
  const today = todayIn(timeZone);
  const on = parseDayText(input.on, today);
  if (on === null)
    throw new Refusal('invalid', `“${input.on}” is not a day. Write it like 20 Nov 2026.`, 'on');
  if (on > today) throw new Refusal('invalid', 'That day has not come yet.', 'on');
  return { amountMinor: typedMoney(input.amount, input.currency, 'amount'), on };
}
