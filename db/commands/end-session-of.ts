import { and, eq, isNull, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { memberships, sessions, users } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** Signs a browser of anybody out of the books in scope. @throws Refusal `not_found` when it is not signed in to them. */
export async function endSessionOf(
  tx: Tx,
  actor: StaffActor,
  { sessionId }: { readonly sessionId: string },
): Promise<{ name: string }> {
  const [person] = await tx
    .select({ userId: users.id, name: users.name, email: users.email, customerId: memberships.customerId })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(memberships, eq(memberships.id, sessions.membershipId))
    .where(eq(sessions.id, sessionId));
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  if (!person || ended.length === 0) throw new Refusal('not_found', 'That session has already ended.');
  const { userId, name, email, customerId } = person;
  await recordActivity(tx, actor, {
    verb: 'session_ended',
    objectKind: 'user',
    objectId: userId,
    ...(customerId ? { customerId } : {}),
    after: { name, email },
  });
  return { name };
}
