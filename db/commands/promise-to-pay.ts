import type { CustomerActor } from '@/lib/actor';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { type Minor, sumOf } from '@/lib/domain/money';
import { lastPromiseDay } from '@/lib/domain/promise-horizon';
import { formatDay } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import { openDebits } from '../queries/open-debits';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordPromise } from './record-promise';

/** What a person of a customer promises: open items of one currency, or without any all that is open. */
export interface PromiseToPay {
  readonly currency: string;
  readonly itemIds: readonly string[];
  readonly amountMinor: Minor;
  readonly promisedFor: PlainDate;
}

/** Numbers that the note of a promise names. */
const NAMED = 20;

/**
 * Notes what a customer promises in its portal. For parts of one invoice it is that invoice's promise; for several it is one of
 * the account, whose note names them.
 * @throws Refusal `invalid` (a day that is past, or too far ahead), `over_allocation` (more than is open), `amount_must_be_positive`.
 */
export async function promiseToPay(
  tx: Tx,
  actor: CustomerActor,
  { currency, itemIds, amountMinor, promisedFor }: PromiseToPay,
): Promise<void> {
  const { customerId } = actor;
  const today = todayIn(actor.org.timeZone);
  const last = lastPromiseDay(today);
  if (promisedFor < today)
    throw new Refusal('invalid', 'That day has gone by. Choose today or a later one.', 'promisedFor');
  if (promisedFor > last)
    throw new Refusal(
      'invalid',
      `Choose a day up to ${formatDay(last)}, or call us about a later one.`,
      'promisedFor',
    );
  await lockCustomer(tx, customerId);
  const open = await openDebits(tx, customerId, currency);
  const chosen = itemIds.length > 0 ? open.filter((item) => itemIds.includes(item.itemId)) : open;
  if (chosen.length < itemIds.length)
    throw new Refusal('over_allocation', 'One of the invoices was paid in the meantime. Choose again.');
  if (amountMinor > sumOf(chosen.map((item) => item.openMinor)))
    throw new Refusal('over_allocation', 'That is more than is open. Promise less.', 'amount');
  const [documentId, ...others] = new Set(chosen.map((item) => item.documentId));
  const numbers = [...new Set(chosen.map((item) => item.number))];
  const more = numbers.length > NAMED ? ` and ${numbers.length - NAMED} more` : '';
  await recordPromise(tx, actor, {
    customerId,
    currency,
    amountMinor,
    promisedFor,
    promisedOn: today,
    ...(documentId && others.length === 0 ? { documentId } : {}),
    note: `Promised in the portal for ${numbers.slice(0, NAMED).join(', ')}${more}`,
  });
}
