import type { Actor } from '@/lib/actor';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import type { Tx } from '../scope';
import { lockAllCustomers } from './import-lock';
import { lockDesk } from './lock-desk';
import { matchAffected } from './match-affected';
import { openBankLine, paymentSideOf } from './open-bank-lines';
import type { PaymentPart } from './payment-parts';
import { learnPayers, recordDecisions } from './record-decisions';
import { recordPayment } from './record-payment';

/** How somebody says that a line is to be booked. */
export interface BookLine {
  readonly lineId: string;
  /** One or more customers, each once; together they get the whole line. */
  readonly shares: readonly LineShare[];
  readonly batchId: string;
}

/** What one customer gets of a line, and which invoices it pays; what they do not take stays on the account. */
interface LineShare {
  readonly customerId: string;
  readonly amountMinor: Minor;
  readonly parts: readonly PaymentPart[];
}

/**
 * Books a line as a person says: a payment for each share. It teaches whose money it is. Answers the payments' numbers.
 * @throws Refusal `not_found`, `already_posted`, `amount_must_be_positive` for money out, `does_not_match_lines` when the shares are
 * not the line, `duplicate` for a customer named twice, and what `recordPayment` refuses.
 */
export async function bookLine(tx: Tx, actor: Actor, input: BookLine): Promise<{ numbers: string[] }> {
  const { lineId, shares, batchId } = input;
  await lockDesk(tx);
  const line = await openBankLine(tx, lineId);
  const { amountMinor, currency, bookedOn, statementId } = line;
  if (amountMinor < 0)
    throw new Refusal('amount_must_be_positive', 'Money that went out cannot be booked as a payment.');
  if (sumOf(shares.map((share) => share.amountMinor)) !== amountMinor)
    throw new Refusal(
      'does_not_match_lines',
      `The shares must add up to ${formatMoney(amountMinor, currency)}.`,
      'shares',
    );
  const customerIds = shares.map((share) => share.customerId);
  if (new Set(customerIds).size < shares.length)
    throw new Refusal('duplicate', 'The same customer is named twice. Add the amounts up.', 'shares');
  await lockAllCustomers(tx, customerIds);
  const numbers: string[] = [];
  // A handful: each payment follows its own rules, and may settle what it leaves open.
  for (const { parts, ...share } of shares) {
    const { documentId, number } = await recordPayment(tx, actor, {
      ...share,
      currency,
      receivedOn: bookedOn,
      payment: paymentSideOf(line),
      apply: parts,
      source: 'staff',
    });
    await recordDecisions(tx, actor, batchId, [{ lineId, kind: 'payment', ...share, documentId }]);
    numbers.push(number);
  }
  const { payerName, payerAccount } = line;
  await learnPayers(tx, [{ lineId, payerName, payerAccount, customerIds }]);
  await matchAffected(tx, {
    lines: [{ id: lineId, statementId, payerName, payerAccount }],
    itemIds: shares.flatMap((share) => share.parts.map((part) => part.invoiceId)),
  });
  return { numbers };
}
