import { z } from 'zod';
import type { ReversePayment } from '@/db/commands/reverse-payment';
import { type CardPayment, cardPayment } from '@/db/queries/card-payment';
import type { Tx } from '@/db/scope';
import { parseDayText } from '@/lib/day-text';
import { isCurrency } from '@/lib/domain/currencies';
import { todayIn } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { typedMoney } from '@/lib/typed-money';

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
  return { ...reversal, on: day, feeMinor: typedMoney(fee, currency, 'fee') };
}

/** So much of a card payment, back to the card. */
export const cardRefundInput = z.object({
  documentId: z.uuid(),
  amount: z.string().trim().min(1, 'Enter the amount.').max(60),
});

/** The payment that is meant and the amount. @throws Refusal `not_found` when it did not come by card, `invalid` for what is no amount. */
export async function toCardRefund(
  tx: Tx,
  { documentId, amount }: z.output<typeof cardRefundInput>,
): Promise<{ payment: CardPayment; amountMinor: Minor }> {
  const payment = await cardPayment(tx, documentId);
  if (!payment) throw new Refusal('not_found', 'That payment did not come by card.');
  const amountMinor = typedMoney(amount, payment.currency, 'amount');
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  return { payment, amountMinor };
}
