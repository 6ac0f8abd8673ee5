import { sessions, signInAttempts } from '../schema/users';
import type { Tx } from '../scope';

/**
 * Takes away sessions that ended over 90 days ago and counts of tries a day old. How old is the database's own rule: the
 * policies of the role for jobs let it see and delete no others.
 */
export async function pruneSignIns(tx: Tx): Promise<{ sessions: number; attempts: number }> {
  const ended = await tx.delete(sessions).returning({ id: sessions.id });
  const forgotten = await tx.delete(signInAttempts).returning({ key: signInAttempts.key });
  return { sessions: ended.length, attempts: forgotten.length };
}
