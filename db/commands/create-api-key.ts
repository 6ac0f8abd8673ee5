import type { Actor, StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { newToken, tokenHash } from '@/lib/secret-token';
import { apiKeys } from '../schema/users';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** A program to let in: what people call it, and what it may do. */
export interface CreateApiKey {
  readonly name: string;
  readonly role: Actor['role'];
  /** Whose account a key of the role `customer` reads; left out for keys of the business. */
  readonly customerId?: string;
  /** From when on it no longer works; left out: until it is revoked. */
  readonly expiresAt?: Date;
  /** Requests a minute; left out: what the installation allows. */
  readonly callsPerMinute?: number;
}

/**
 * Makes a key for a program: `dl_` and 43 characters. It is returned here and can never be read again.
 * @throws Refusal `invalid` for a customer's key without one, or a customer beside another role; `not_found`.
 */
export async function createApiKey(
  tx: Tx,
  actor: StaffActor,
  { customerId, expiresAt, ...facts }: CreateApiKey,
): Promise<{ id: string; key: string }> {
  const { name, role } = facts;
  if ((role === 'customer') !== (customerId !== undefined))
    throw new Refusal(
      'invalid',
      'A key of the role customer is for one customer, others for none.',
      'customer',
    );
  if (customerId !== undefined) await lockCustomer(tx, customerId);
  const key = `dl_${newToken()}`;
  const prefix = key.slice(0, 9);
  const [created] = await tx
    .insert(apiKeys)
    .values({ ...facts, orgId: actor.org.id, customerId, expiresAt, prefix, keyHash: tokenHash(key) })
    .returning({ id: apiKeys.id });
  if (!created) throw new Error('insert returned no row');
  await recordActivity(tx, actor, {
    verb: 'api_key_created',
    objectKind: 'api_key',
    objectId: created.id,
    ...(customerId === undefined ? {} : { customerId }),
    after: { name, role, prefix, ...(expiresAt && { expiresAt: expiresAt.toISOString() }) },
  });
  return { id: created.id, key };
}
