import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { tokenHash } from '@/lib/secret-token';
import { signInLinks, users } from '../schema/users';
import type { Tx } from '../scope';

/** Rows of `sign_in_links` that a link's token opens: not used, not run out. */
export function isOpenSignInLink(token: string) {
  return and(
    eq(signInLinks.tokenHash, tokenHash(token)),
    isNull(signInLinks.usedAt),
    gt(signInLinks.expiresAt, sql`now()`),
  );
}

/** Whom a link's token signs in; null when it was used or has run out. For the `auth` scope. */
export async function openSignInLink(tx: Tx, token: string): Promise<{ readonly email: string } | null> {
  const [link] = await tx
    .select({ email: users.email })
    .from(signInLinks)
    .innerJoin(users, eq(users.id, signInLinks.userId))
    .where(and(isOpenSignInLink(token), isNull(users.disabledAt)));
  return link ?? null;
}
