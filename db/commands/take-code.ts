import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { recoveryCodes, users } from '../schema/users';
import type { Tx } from '../scope';

/** Takes the code of a step, which is taken once and none before it after: false when it was taken meanwhile. In the `auth` scope. */
export async function takeStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const taken = await tx
    .update(users)
    .set({ totpStep: step })
    .where(and(eq(users.id, userId), lt(users.totpStep, step)))
    .returning({ id: users.id });
  return taken.length > 0;
}

/** Uses a recovery code up: false when it is none of the user's, or was used. In the `auth` scope. */
export async function useRecoveryCode(tx: Tx, userId: string, codeHash: string): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, codeHash),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ userId: recoveryCodes.userId });
  return used.length > 0;
}
