import type { Actor } from '@/lib/actor';
import type { Recurrence } from '@/lib/domain/recurrence';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { recurringInvoices } from '../schema/recurring-invoices';
import type { Tx } from '../scope';
import type { BilledLine } from './fill-lines';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';
import { recurringLines } from './recurring-lines';

/** An invoice that is to repeat. */
export interface CreateRecurringInvoice extends Recurrence {
  readonly customerId: string;
  /** Left out: the customer's currency. */
  readonly currency?: string | undefined;
  /** What is billed each time, at today's fees of the catalogue. */
  readonly lines: readonly BilledLine[];
  /** Days to pay; left out: the customer's terms of the day. */
  readonly termsDays?: number | undefined;
}

/**
 * Begins a rhythm. What it should have billed before today is billed with the next run.
 * @throws Refusal `not_found`, `customer_archived`, `invalid` (it ends before it begins), `amount_must_be_positive`,
 * `amount_too_large`; for lines as `fillLines`.
 */
export async function createRecurringInvoice(
  tx: Tx,
  actor: Actor,
  input: CreateRecurringInvoice,
): Promise<{ recurringId: string }> {
  const { customerId, every, startsOn, endsOn } = input;
  const customer = await lockCustomer(tx, customerId);
  if (customer.archivedAt)
    throw new Refusal('customer_archived', `${customer.name} is archived. Restore the customer first.`);
  if (endsOn !== null && endsOn < startsOn)
    throw new Refusal('invalid', 'It would end before it begins.', 'endsOn');
  const currency = input.currency ?? customer.currency;
  const { lines, totalMinor } = await recurringLines(tx, input.lines, { customerId, currency });
  const recurringId = uuid7();
  await tx.insert(recurringInvoices).values({
    id: recurringId,
    customerId,
    currency,
    lines,
    every,
    startsOn,
    endsOn,
    termsDays: input.termsDays ?? null,
    createdBy: actor.userId,
  });
  await recordActivity(tx, actor, {
    verb: 'recurring_created',
    objectKind: 'recurring_invoice',
    objectId: recurringId,
    customerId,
    after: { amountMinor: totalMinor, currency, every, startsOn, endsOn },
  });
  return { recurringId };
}
