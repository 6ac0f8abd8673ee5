import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { sessions } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/**
 * Ends one of the actor's own sessions: its next request is a visitor's.
 * @throws Refusal `not_found` when there is none of that id in force, or it is somebody else's.
 */
export async function endSession(
  tx: Tx,
  actor: Actor & { readonly userId: string },
  sessionId: string,
): Promise<void> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  if (ended.length === 0) throw new Refusal('not_found', 'That session has already ended.');
  await recordActivity(tx, actor, { verb: 'signed_out', objectKind: 'user', objectId: actor.userId });
}
