import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { later, type PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { insertRows } from '../insert-rows';
import { billedPeriods, unbilled } from '../queries/recurring-invoices';
import { recurringInvoices, recurringPeriods } from '../schema/recurring-invoices';
import type { Tx } from '../scope';
import { lockRecurring } from './lock-recurring';
import { recordActivity } from './record-activity';

/** More periods than any rhythm has. */
const ALL = 20_000;

/**
 * Lets a paused rhythm run again: days from `on` on are billed, those of the pause never are.
 * @throws Refusal `not_found`, `not_paused`.
 */
export async function resumeRecurringInvoice(
  tx: Tx,
  actor: Actor,
  { recurringId, on }: { readonly recurringId: string; readonly on: PlainDate },
): Promise<{ passedOver: number }> {
  const recurring = await lockRecurring(tx, recurringId);
  const { customerId, pausedOn } = recurring;
  if (pausedOn === null) throw new Refusal('not_paused', 'It is not paused.');
  const known = await billedPeriods(tx, recurringId, ALL);
  const billed = new Set(known.map((period) => period.periodOn));
  // All that a pause up to `on` would have kept back.
  const missing = unbilled({ ...recurring, pausedOn: later(on, pausedOn) }, { today: on, billed });
  const passed = missing.filter((day) => day >= pausedOn);
  await insertRows(
    tx,
    recurringPeriods,
    passed.map((periodOn) => ({ recurringId, customerId, periodOn, documentId: null })),
  );
  await tx.update(recurringInvoices).set({ pausedOn: null }).where(eq(recurringInvoices.id, recurringId));
  await recordActivity(tx, actor, {
    verb: 'recurring_resumed',
    objectKind: 'recurring_invoice',
    objectId: recurringId,
    customerId,
    before: { pausedOn },
    after: { on, passedOver: passed.length },
  });
  return { passedOver: passed.length };
}
