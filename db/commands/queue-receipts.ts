import type { Actor } from '@/lib/actor';
import { addDays, type PlainDate, todayIn } from '@/lib/domain/dates';
import { type Minor, ZERO } from '@/lib/domain/money';
import { mailSettingsOf } from '../queries/mail-settings';
import { recipientsOf } from '../queries/recipients';
import type { Tx } from '../scope';
import { queueMails, undoableUntil } from './queue-mail';

/** A payment that was just booked. */
export interface PaidNow {
  readonly documentId: string;
  readonly customerId: string;
  readonly number: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly receivedOn: PlainDate;
  readonly method: string;
}

/** Of money that came longer ago, in days, nobody waits for a receipt: it is history that is entered. */
const LATEST = 31;

/**
 * Queues the receipt of each payment, once, when the business sends receipts and a mail reaches the customer. What it says of
 * invoices is read when it goes. Notes no activity.
 */
export async function queueReceipts(
  tx: Tx,
  { userId, org }: Pick<Actor, 'userId' | 'org'>,
  payments: readonly PaidNow[],
): Promise<void> {
  const since = addDays(todayIn(org.timeZone), -LATEST);
  const recent = payments.filter(({ receivedOn }) => receivedOn >= since);
  if (recent.length === 0 || !(await mailSettingsOf(tx)).sendsReceipts) return;
  const reaches = await recipientsOf(
    tx,
    recent.map(({ customerId }) => customerId),
  );
  const sendAfter = undoableUntil();
  const mails = recent.flatMap(({ documentId, customerId, ...paid }) => {
    const reach = reaches.get(customerId);
    if (!reach || 'none' in reach) return [];
    const { to, copies } = reach;
    const { number, currency, amountMinor, receivedOn, method } = paid;
    const said = { number, currency, amountMinor, receivedOn, method };
    const unread = { applied: [], unappliedMinor: ZERO, balanceMinor: ZERO };
    const params = { kind: 'receipt', customer: to.name, ...said, ...unread } as const;
    return [
      { to: { ...to, cc: copies }, customerId, documentId, params, sendAfter, key: `receipt:${documentId}` },
    ];
  });
  await queueMails(tx, { userId }, mails);
}
