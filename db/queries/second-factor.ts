import { and, count, eq, isNull } from 'drizzle-orm';
import { recoveryCodes, users } from '../schema/users';
import type { Tx } from '../scope';

/** How somebody signs in with a code. */
export interface SecondFactor {
  readonly since: Date;
  /** Recovery codes that were not used. */
  readonly codesLeft: number;
}

/** The second factor of a user; null without one. For the `auth` scope. */
export async function secondFactor(tx: Tx, userId: string): Promise<SecondFactor | null> {
  const [user] = await tx.select({ since: users.totpSince }).from(users).where(eq(users.id, userId));
  if (!user?.since) return null;
  const [codes] = await tx
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return { since: user.since, codesLeft: codes?.left ?? 0 };
}

/** What the codes of a user are computed from, sealed, and the last step that was taken; null without a second factor. */
export async function sealedSecret(
  tx: Tx,
  userId: string,
): Promise<{ sealed: string; lastStep: number } | null> {
  const [user] = await tx
    .select({ sealed: users.totpSecret, lastStep: users.totpStep })
    .from(users)
    .where(eq(users.id, userId));
  return user?.sealed != null && user.lastStep !== null
    ? { sealed: user.sealed, lastStep: user.lastStep }
    : null;
}
