import type { Actor } from '@/lib/actor';
import { arePriceable, linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { MAX_DOCUMENT_MINOR } from '@/lib/domain/money';
import type { Recurrence } from '@/lib/domain/recurrence';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { recurringInvoices } from '../schema/recurring-invoices';
import type { Tx } from '../scope';
import { type BilledLine, fillLines } from './fill-lines';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

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
  const lines = await fillLines(tx, input.lines, { customerId, currency });
  if (!arePriceable(lines))
    throw new Refusal('amount_too_large', 'That amount is larger than one document can carry.', 'lines');
  const { totalMinor } = linesTotal(priceLines(lines));
  if (totalMinor > MAX_DOCUMENT_MINOR)
    throw new Refusal('amount_too_large', 'That amount is larger than one document can carry.', 'lines');
  if (totalMinor <= 0)
    throw new Refusal(
      'amount_must_be_positive',
      'An invoice that repeats needs a total above zero.',
      'lines',
    );
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
