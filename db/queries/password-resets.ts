import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { tokenHash } from '@/lib/secret-token';
import { passwordResets, users } from '../schema/users';
import type { Tx } from '../scope';

/** Rows of `password_resets` that a link's token opens: not used, not run out. */
export function isOpenReset(token: string) {
  return and(
    eq(passwordResets.tokenHash, tokenHash(token)),
    isNull(passwordResets.usedAt),
    gt(passwordResets.expiresAt, sql`now()`),
  );
}

/** Whose password a link's token may change; null when it was used or has run out. For the `auth` scope. */
export async function openReset(tx: Tx, token: string): Promise<{ readonly email: string } | null> {
  const [reset] = await tx
    .select({ email: users.email })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(and(isOpenReset(token), isNull(users.disabledAt)));
  return reset ?? null;
}
