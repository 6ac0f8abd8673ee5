import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { recurringInvoices } from '../schema/recurring-invoices';
import type { Tx } from '../scope';
import { lockRecurring } from './lock-recurring';
import { recordActivity } from './record-activity';

/**
 * Ends a rhythm: `on` is the last day for which it may bill. What was billed stays.
 * @throws Refusal `not_found`, `invalid` for a day before it begins; `already_ended` when its last day was before that.
 */
export async function endRecurringInvoice(
  tx: Tx,
  actor: Actor,
  { recurringId, on }: { readonly recurringId: string; readonly on: PlainDate },
): Promise<void> {
  const { customerId, startsOn, endsOn } = await lockRecurring(tx, recurringId);
  if (on < startsOn)
    throw new Refusal('invalid', `It begins on ${startsOn}. Pause it from that day on instead.`, 'on');
  if (endsOn !== null && endsOn <= on) throw new Refusal('already_ended', `Its last day is ${endsOn}.`);
  await tx.update(recurringInvoices).set({ endsOn: on }).where(eq(recurringInvoices.id, recurringId));
  await recordActivity(tx, actor, {
    verb: 'recurring_ended',
    objectKind: 'recurring_invoice',
    objectId: recurringId,
    customerId,
    before: { endsOn },
    after: { endsOn: on },
  });
}
