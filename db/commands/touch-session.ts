import { eq, sql } from 'drizzle-orm';
import { sessions } from '../schema/users';
import type { Tx } from '../scope';

/** Notes that a session was used just now, which keeps it from running out idle. */
export async function touchSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.update(sessions).set({ seenAt: sql`now()` }).where(eq(sessions.id, sessionId));
}
