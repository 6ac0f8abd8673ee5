import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { bankDecisions } from '../schema/bank-decisions';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
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
 * @throws Refusal `not_found`, `already_posted`, `invalid` when the payment is of another amount or currency, was
 * reversed, or is that of another line.
 */
export async function sameAsPayment(tx: Tx, actor: Actor, input: LineOfPayment): Promise<{ number: string }> {
  await lockDesk(tx);
  const { lineId, batchId } = input;
  const { amountMinor, currency } = await openBankLine(tx, lineId);
  const payment = await paymentOf(tx, input.documentId);
  if (-payment.amountMinor !== amountMinor || payment.currency !== currency)
    throw new Refusal('invalid', `${payment.number} is of another amount than this line.`);
  const { id: documentId, customerId, number } = payment;
  await lockCustomer(tx, customerId);
  await assertFree(tx, payment);
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

/** A payment that stands, and that no other line is. */
async function assertFree(tx: Tx, { id, number }: { readonly id: string; readonly number: string }) {
  const [reversal] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.reversesId, id));
  if (reversal) throw new Refusal('invalid', `${number} was reversed. Book the line instead.`);
  const [other] = await tx
    .select({ id: bankDecisions.id })
    .from(bankDecisions)
    .where(
      and(
        eq(bankDecisions.documentId, id),
        inArray(bankDecisions.kind, ['payment', 'same']),
        isNull(bankDecisions.undoneAt),
      ),
    );
  if (other)
    throw new Refusal('invalid', `${number} is another line’s payment already. Book this line instead.`);
}

async function paymentOf(tx: Tx, documentId: string) {
  const [payment] = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.kind, 'payment')));
  if (!payment) throw new Refusal('not_found', 'That payment does not exist.');
  return payment;
}
