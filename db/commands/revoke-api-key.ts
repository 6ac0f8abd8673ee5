import { and, eq, isNull, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { apiKeys } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/**
 * Takes a program's key back: its next request is refused.
 * @throws Refusal `not_found` when there is no such key, or it was taken back before.
 */
export async function revokeApiKey(
  tx: Tx,
  actor: StaffActor,
  { id }: { readonly id: string },
): Promise<{ name: string }> {
  const [revoked] = await tx
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ name: apiKeys.name, prefix: apiKeys.prefix });
  if (!revoked) throw new Refusal('not_found', 'That key does not exist or was revoked before.');
  await recordActivity(tx, actor, {
    verb: 'api_key_revoked',
    objectKind: 'api_key',
    objectId: id,
    before: revoked,
  });
  return { name: revoked.name };
}
