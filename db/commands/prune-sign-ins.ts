import { passwordResets, sessions, signInAttempts } from '../schema/users';
import type { Tx } from '../scope';

/**
 * Takes away sessions that ended over 90 days ago, counts of tries a day old, and links to a new password of 30 days ago. How old is the database's own rule: the
 * policies of the role for jobs let it see and delete no others.
 */
export async function pruneSignIns(tx: Tx): Promise<{ sessions: number; attempts: number; resets: number }> {
  const ended = await tx.delete(sessions).returning({ id: sessions.id });
  const forgotten = await tx.delete(signInAttempts).returning({ key: signInAttempts.key });
  const resets = await tx.delete(passwordResets).returning({ tokenHash: passwordResets.tokenHash });
  return { sessions: ended.length, attempts: forgotten.length, resets: resets.length };
}
