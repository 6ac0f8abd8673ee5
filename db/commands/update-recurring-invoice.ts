import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import type { Rhythm } from '@/lib/domain/recurrence';
import { followingDate } from '@/lib/next-billing';
import { Refusal } from '@/lib/refusal';
import { lastPeriods } from '../queries/recurring-invoices';
import { recurringInvoices } from '../schema/recurring-invoices';
import type { Tx } from '../scope';
import type { BilledLine } from './fill-lines';
import { lockRecurring } from './lock-recurring';
import { recordActivity } from './record-activity';
import { recurringLines } from './recurring-lines';

/** How an invoice that repeats goes on. Whom it bills, and in which currency, stays. */
export interface UpdateRecurringInvoice {
  readonly recurringId: string;
  readonly lines: readonly BilledLine[];
  readonly every: Rhythm;
  /** The next day that it bills. Later days are counted from it, unless it is the day that would have come anyway. */
  readonly nextOn: PlainDate;
  readonly endsOn: PlainDate | null;
  /** Days to pay; null: the customer's terms of the day. */
  readonly termsDays: number | null;
}

/**
 * Changes what a rhythm bills from its next day on, and when. What it billed stays as it is.
 * @throws Refusal `not_found`, `invalid` (a day that it billed or passed over, or that is before one; an end before the next day); as
 * `recurringLines`.
 */
export async function updateRecurringInvoice(
  tx: Tx,
  actor: Actor,
  { recurringId, every, nextOn, endsOn, termsDays, ...input }: UpdateRecurringInvoice,
): Promise<void> {
  const recurring = await lockRecurring(tx, recurringId);
  const { customerId, currency } = recurring;
  const last = (await lastPeriods(tx, [recurringId])).get(recurringId) ?? null;
  if (last !== null && nextOn <= last)
    throw new Refusal('invalid', `It has been through ${last} already. Choose a later day.`, 'startsOn');
  if (endsOn !== null && endsOn < nextOn)
    throw new Refusal('invalid', 'It would end before the next invoice.', 'endsOn');
  const { lines, totalMinor } = await recurringLines(tx, input.lines, {
    customerId,
    currency,
    isRecurring: true,
  });
  const stays = every === recurring.every && nextOn === followingDate(recurring, last);
  const startsOn = stays ? recurring.startsOn : nextOn;
  await tx
    .update(recurringInvoices)
    .set({ lines, every, startsOn, endsOn, termsDays })
    .where(eq(recurringInvoices.id, recurringId));
  await recordActivity(tx, actor, {
    verb: 'recurring_updated',
    objectKind: 'recurring_invoice',
    objectId: recurringId,
    customerId,
    before: {
      amountMinor: linesTotal(priceLines(recurring.lines)).totalMinor,
      currency,
      every: recurring.every,
      startsOn: recurring.startsOn,
      endsOn: recurring.endsOn,
      termsDays: recurring.termsDays,
    },
    after: { amountMinor: totalMinor, currency, every, startsOn, endsOn, termsDays },
  });
}
