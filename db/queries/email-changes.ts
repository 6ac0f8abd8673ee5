import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { tokenHash } from '@/lib/secret-token';
import { emailChanges, users } from '../schema/users';
import type { Tx } from '../scope';

/** Rows of `email_changes` that a link's token opens: not used, not run out. */
export function isOpenEmailChange(token: string) {
  return and(
    eq(emailChanges.tokenHash, tokenHash(token)),
    isNull(emailChanges.usedAt),
    gt(emailChanges.expiresAt, sql`now()`),
  );
}

/** Who signs in with what now, and with what from then on; null when the link was used or has run out. For the `auth` scope. */
export async function openEmailChange(
  tx: Tx,
  token: string,
): Promise<{ readonly userId: string; readonly from: string; readonly to: string } | null> {
  const [change] = await tx
    .select({ userId: users.id, from: users.email, to: emailChanges.email })
    .from(emailChanges)
    .innerJoin(users, eq(users.id, emailChanges.userId))
    .where(and(isOpenEmailChange(token), isNull(users.disabledAt)));
  return change ?? null;
}
