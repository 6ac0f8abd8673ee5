import { Refusal } from '@/lib/refusal';
import { type RecurringInvoice, recurringById } from '../queries/recurring-invoices';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';

/** A rhythm as it stands while its customer is locked. @throws Refusal `not_found`. */
export async function lockRecurring(tx: Tx, recurringId: string): Promise<RecurringInvoice> {
  const seen = await recurringById(tx, recurringId);
  if (!seen) throw new Refusal('not_found', 'That recurring invoice does not exist.');
  await lockCustomer(tx, seen.customerId);
  // What another did to it while this one waited is only seen by reading again.
  return (await recurringById(tx, recurringId)) ?? seen;
}
