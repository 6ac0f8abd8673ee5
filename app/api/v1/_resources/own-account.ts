import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';

/**
 * Whose account is meant: for somebody of the business whoever is named, undefined for all; for a customer its own, named or
 * not. The database shows a customer no other rows either way.
 * @throws Refusal `not_found` when a customer names another.
 */
export function ownAccount(actor: Actor, customerId: string | undefined): string | undefined {
  if (actor.kind === 'staff') return customerId;
  if (customerId !== undefined && customerId !== actor.customerId)
    throw new Refusal('not_found', 'That customer does not exist.', 'customer_id');
  return actor.customerId;
}
