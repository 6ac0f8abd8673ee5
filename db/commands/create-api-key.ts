import type { StaffActor, StaffRole } from '@/lib/actor';
import { newToken, tokenHash } from '@/lib/secret-token';
import { apiKeys } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** A program to let in: what people call it, and what it may do. */
export interface CreateApiKey {
  readonly name: string;
  readonly role: StaffRole;
}

/** Makes a key for a program: `dl_` and 43 characters. It is returned here and can never be read again. */
export async function createApiKey(
  tx: Tx,
  actor: StaffActor,
  { name, role }: CreateApiKey,
): Promise<{ id: string; key: string }> {
  const key = `dl_${newToken()}`;
  const prefix = key.slice(0, 9);
  const [created] = await tx
    .insert(apiKeys)
    .values({ orgId: actor.org.id, name, role, prefix, keyHash: tokenHash(key) })
    .returning({ id: apiKeys.id });
  if (!created) throw new Error('insert returned no row');
  await recordActivity(tx, actor, {
    verb: 'api_key_created',
    objectKind: 'api_key',
    objectId: created.id,
    after: { name, role, prefix },
  });
  return { id: created.id, key };
}
