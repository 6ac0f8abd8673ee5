import { and, eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { lockDesk } from './lock-desk';
import { openBankLine } from './open-bank-lines';
import { recordActivity } from './record-activity';
import { recordDecisions } from './record-decisions';
import { reversePayment } from './reverse-payment';

/** A line that is no receipt of ours. */
export interface IgnoreLine {
  readonly lineId: string;
  readonly reason: string;
  readonly batchId: string;
}

/** Sets a line aside with a reason. @throws Refusal `not_found`, `already_posted`. */
export async function ignoreLine(
  tx: Tx,
  actor: Actor,
  { lineId, reason, batchId }: IgnoreLine,
): Promise<void> {
  await lockDesk(tx);
  const { amountMinor, currency } = await openBankLine(tx, lineId);
  const size = toMinor(Math.abs(amountMinor));
  await recordDecisions(tx, actor, batchId, [{ lineId, kind: 'ignored', amountMinor: size, reason }]);
  await recordActivity(tx, actor, {
    verb: 'bank_line_ignored',
    objectKind: 'bank_line',
    objectId: lineId,
    after: { amountMinor, currency, reason },
  });
}

/** A line, and the payment that it is about. */
export interface LineOfPayment {
  readonly lineId: string;
  readonly documentId: string;
  readonly batchId: string;
}

/**
 * Says that a line is a payment that was booked before: nothing is booked again.
 * @throws Refusal `not_found`, `already_posted`, `invalid` when the payment is of another amount or currency.
 */
export async function sameAsPayment(tx: Tx, actor: Actor, input: LineOfPayment): Promise<{ number: string }> {
  await lockDesk(tx);
  const { lineId, batchId } = input;
  const { amountMinor, currency } = await openBankLine(tx, lineId);
  const payment = await paymentOf(tx, input.documentId);
  if (-payment.amountMinor !== amountMinor || payment.currency !== currency)
    throw new Refusal('invalid', `${payment.number} is of another amount than this line.`);
  const { id: documentId, customerId, number } = payment;
  await recordDecisions(tx, actor, batchId, [{ lineId, kind: 'same', customerId, documentId, amountMinor }]);
  await recordActivity(tx, actor, {
    verb: 'bank_line_found_booked',
    objectKind: 'document',
    objectId: documentId,
    customerId,
    after: { number, amountMinor, currency },
  });
  return { number };
}

/**
 * Says that money which went out is a payment that came back: the payment is reversed on the line's day, what it paid is open again.
 * @throws Refusal `not_found`, `already_posted`, `invalid` for another amount or currency, and what `reversePayment` refuses.
 */
export async function returnPayment(tx: Tx, actor: Actor, input: LineOfPayment): Promise<{ number: string }> {
  await lockDesk(tx);
  const { lineId, batchId } = input;
  const { amountMinor, currency, bookedOn, text } = await openBankLine(tx, lineId);
  const payment = await paymentOf(tx, input.documentId);
  if (payment.amountMinor !== amountMinor || payment.currency !== currency)
    throw new Refusal('invalid', `${payment.number} is of another amount than this line.`);
  const { id: documentId, customerId, number } = payment;
  const reason = `Returned by the bank${text === '' ? '' : `: ${text.slice(0, 150)}`}`;
  await reversePayment(tx, actor, { documentId, on: bookedOn, reason, source: 'staff' });
  const size = toMinor(-amountMinor);
  await recordDecisions(tx, actor, batchId, [
    { lineId, kind: 'returned', customerId, documentId, amountMinor: size },
  ]);
  return { number };
}

async function paymentOf(tx: Tx, documentId: string) {
  const [payment] = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.kind, 'payment')));
  if (!payment) throw new Refusal('not_found', 'That payment does not exist.');
  return payment;
}
