import { emailChanges, passwordResets, sessions, signInAttempts, signInLinks } from '../schema/users';
import type { Tx } from '../scope';

/**
 * Takes away sessions that ended over 90 days ago, counts of tries a day old, and links of 30 days ago to a new password, to another
 * address, and into the application. How old is the database's own rule: the policies of the role for jobs let it see and delete no others.
 */
export async function pruneSignIns(tx: Tx): Promise<{ sessions: number; attempts: number; links: number }> {
  const ended = await tx.delete(sessions).returning({ id: sessions.id });
  const forgotten = await tx.delete(signInAttempts).returning({ key: signInAttempts.key });
  const resets = await tx.delete(passwordResets).returning({ tokenHash: passwordResets.tokenHash });
  const changes = await tx.delete(emailChanges).returning({ tokenHash: emailChanges.tokenHash });
  const entries = await tx.delete(signInLinks).returning({ tokenHash: signInLinks.tokenHash });
  const links = resets.length + changes.length + entries.length;
  return { sessions: ended.length, attempts: forgotten.length, links };
}
