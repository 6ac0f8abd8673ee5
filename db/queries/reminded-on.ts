import type { PlainDate } from '@/lib/domain/dates';
import { isOneOf } from '../one-of';
import { mails } from '../schema/mails';
import type { Tx } from '../scope';

/** Which of these customers have a mail of a day's reminder run. */
export async function remindedOn(
  tx: Tx,
  customerIds: readonly string[],
  on: PlainDate,
): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set();
  const keys = customerIds.map((id) => `reminder:${id}:${on}`);
  const rows = await tx.select({ customerId: mails.customerId }).from(mails).where(isOneOf(mails.key, keys));
  return new Set(rows.flatMap(({ customerId }) => customerId ?? []));
}
