import { z } from 'zod';
import type { ReversePayment } from '@/db/commands/reverse-payment';
import { parseDayText } from '@/lib/day-text';
import { isCurrency } from '@/lib/domain/currencies';
import { todayIn } from '@/lib/domain/dates';
import { parseMoneyText } from '@/lib/money-text';
import { Refusal } from '@/lib/refusal';

/** The form that takes a payment back. A bounced one has a day; a mistake never was. */
export const reversePaymentInput = z.object({
  documentId: z.uuid(),
  why: z.enum(['bounced', 'mistake']),
  currency: z.string().refine(isCurrency),
  on: z.string().trim().max(40).optional(),
  /** What the customer is charged for a bounced one; empty for nothing. */
  fee: z.string().trim().max(60).optional(),
  reason: z.string().trim().min(1, 'Say what happened.').max(500, 'Use at most 500 characters.'),
});

/** Whose receipt is mailed. */
export const sendReceiptInput = z.object({ documentId: z.uuid() });

/** The form as the command takes it. @throws Refusal `invalid` for a day or a fee that cannot be read, or a day that lies ahead. */
export function toReversePayment(
  { documentId, why, on = '', fee = '', currency, reason }: z.output<typeof reversePaymentInput>,
  timeZone: string,
): ReversePayment {
  const reversal = { documentId, reason, source: 'staff' } as const;
  if (why === 'mistake') return reversal;
  const today = todayIn(timeZone);
  const day = parseDayText(on, today);
  if (day === null) throw new Refusal('invalid', `“${on}” is not a day. Write it like 20 Nov 2026.`, 'on');
  if (day > today) throw new Refusal('invalid', 'That day is still ahead. Enter the day it bounced.', 'on');
  if (fee === '') return { ...reversal, on: day };
  const feeMinor = parseMoneyText(fee, currency);
  if (feeMinor === null)
    throw new Refusal('invalid', `“${fee}” is not an amount in ${currency}. Write it like 35.00.`, 'fee');
  return { ...reversal, on: day, feeMinor };
}
