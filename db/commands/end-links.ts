import { and, eq, isNull, sql } from 'drizzle-orm';
import { emailChanges, passwordResets, signInLinks } from '../schema/users';
import type { Tx } from '../scope';

/**
 * Ends every link by mail of a person that is not used yet: to a new password, to another address, and into the application. What proves
 * who somebody is has changed, and whoever asked for them may not be the person. In the `auth` scope.
 */
export async function endLinks(tx: Tx, userId: string): Promise<void> {
  for (const links of [emailChanges, passwordResets, signInLinks])
    await tx
      .update(links)
      .set({ usedAt: sql`now()` })
      .where(and(eq(links.userId, userId), isNull(links.usedAt)));
}
