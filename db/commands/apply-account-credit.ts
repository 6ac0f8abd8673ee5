import type { Actor } from '@/lib/actor';
import { drawFrom, oldestFirst } from '@/lib/domain/allocation';
import { sumOf, toMinor } from '@/lib/domain/money';
import { openCredits, openDebits, openDebitsAmong } from '../queries/open-debits';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/**
 * Applies everything that is on an account in one currency to what is open, or to one invoice alone, the oldest of either first.
 * Nothing happens when there is nothing of one of them.
 * @throws Refusal `not_found`, and as `allocate`.
 */
export async function applyAccountCredit(
  tx: Tx,
  actor: Actor,
  input: { readonly customerId: string; readonly currency?: string; readonly invoiceId?: string },
): Promise<{ currency: string; allocationIds: readonly string[]; appliedMinor: ReturnType<typeof sumOf> }> {
  const customer = await lockCustomer(tx, input.customerId);
  const { currency = customer.currency } = input;
  const credits = await openCredits(tx, customer.id, currency);
  const available = sumOf(credits.map((credit) => credit.leftMinor));
  const debits =
    input.invoiceId === undefined
      ? await openDebits(tx, customer.id, currency)
      : await openDebitsAmong(tx, { customerId: customer.id, currency, ids: [input.invoiceId] });
  const { parts } = oldestFirst(available, debits);
  const { draws } = drawFrom(credits, parts);
  const [first] = draws;
  if (!first) return { currency, allocationIds: [], appliedMinor: toMinor(0) };
  const allocationIds = await allocate(tx, actor, draws);
  await recordActivity(tx, actor, {
    verb: 'credit_applied',
    objectKind: 'open_item',
    objectId: first.creditItemId,
    customerId: customer.id,
    after: draws,
  });
  return { currency, allocationIds, appliedMinor: sumOf(draws.map((draw) => draw.amountMinor)) };
}
