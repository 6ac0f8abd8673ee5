import type { Actor } from '@/lib/actor';
import { oldestFirst } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, sumOf } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { debitFacts } from '../queries/document-facts';
import { openDebitsAmong } from '../queries/open-debits';
import type { Tx } from '../scope';
import { allocate, type Match } from './allocate';
import type { LiveAllocation } from './live-allocations';
import { recordActivity } from './record-activity';
import { takeBack } from './take-back';
import { lockAllocation } from './undo-allocations';

/** Where money that was applied goes instead. */
export interface MoveAllocation {
  readonly allocationId: string;
  /** Invoices or other debits of the same account, or items of them; together no more than was applied. */
  readonly to: readonly { readonly debitId: string; readonly amountMinor: Minor }[];
  /** Left out: the day of the application itself, moved past the lock date. */
  readonly on?: PlainDate;
}

/**
 * Takes an application, or a part of it, from one invoice and gives it to others at once: the money is never free in
 * between, and nothing is applied beyond what is open. Each invoice's instalments are settled oldest due first.
 * @throws Refusal `not_found`, `already_undone`, `cannot_reverse`, `amount_must_be_positive`, `duplicate_allocation`,
 * `exceeds_remaining`, `over_allocation`, `customer_mismatch`, `currency_mismatch`, `already_reversed`.
 */
export async function moveAllocation(
  tx: Tx,
  actor: Actor,
  { allocationId, to, on }: MoveAllocation,
): Promise<{ allocationIds: string[] }> {
  if (to.some((part) => part.amountMinor <= 0))
    throw new Refusal('amount_must_be_positive', 'Enter an amount above zero for each invoice.', 'to');
  if (new Set(to.map((part) => part.debitId)).size < to.length)
    throw new Refusal('duplicate_allocation', 'The same invoice is listed twice. Add the amounts up.', 'to');
  const allocation = await lockAllocation(tx, allocationId);
  const amountMinor = sumOf(to.map((part) => part.amountMinor));
  const [notBefore] = await takeBack(tx, actor, [{ allocation, amountMinor }], on);
  const matches: Match[] = [];
  const moved: { number: string; amountMinor: Minor }[] = [];
  for (const part of to) {
    const { number } = await debitFacts(tx, part.debitId, allocation, 'to');
    moved.push({ number, amountMinor: part.amountMinor });
    const given = await matchesTo(tx, allocation, { ...part, number });
    matches.push(...given.map((match) => (notBefore ? { ...match, notBefore } : match)));
  }
  const allocationIds = await allocate(tx, actor, matches);
  await recordActivity(tx, actor, {
    verb: 'allocation_moved',
    objectKind: 'allocation',
    objectId: allocation.id,
    customerId: allocation.customerId,
    before: { amountMinor, currency: allocation.currency },
    after: { to: moved, currency: allocation.currency },
  });
  return { allocationIds };
}

/** The money goes elsewhere: never back to the item that it came from. */
async function matchesTo(
  tx: Tx,
  { customerId, currency, debitItemId, creditItemId }: LiveAllocation,
  { debitId, amountMinor, number }: { debitId: string; amountMinor: Minor; number: string },
): Promise<Match[]> {
  const open = await openDebitsAmong(tx, { customerId, currency, ids: [debitId] });
  const debits = open.filter(
    (debit) => (debit.documentId === debitId || debit.itemId === debitId) && debit.itemId !== debitItemId,
  );
  const { parts, unappliedMinor } = oldestFirst(amountMinor, debits);
  if (unappliedMinor > 0)
    throw new Refusal('over_allocation', `${number} has less open than that. Lower the amount.`, 'to');
  return parts.map((part) => ({ debitItemId: part.itemId, creditItemId, amountMinor: part.amountMinor }));
}
