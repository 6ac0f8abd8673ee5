import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { recurringInvoices } from '../schema/recurring-invoices';
import type { Tx } from '../scope';
import { lockRecurring } from './lock-recurring';
import { recordActivity } from './record-activity';

/** Pauses a rhythm: nothing is billed for days from `on` on. @throws Refusal `not_found`, `already_paused`. */
export async function pauseRecurringInvoice(
  tx: Tx,
  actor: Actor,
  { recurringId, on }: { readonly recurringId: string; readonly on: PlainDate },
): Promise<void> {
  const { customerId, pausedOn } = await lockRecurring(tx, recurringId);
  if (pausedOn !== null) throw new Refusal('already_paused', `It is paused from ${pausedOn} on.`);
  await tx.update(recurringInvoices).set({ pausedOn: on }).where(eq(recurringInvoices.id, recurringId));
  await recordActivity(tx, actor, {
    verb: 'recurring_paused',
    objectKind: 'recurring_invoice',
    objectId: recurringId,
    customerId,
    after: { on },
  });
}
