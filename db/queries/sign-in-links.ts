import { and, eq, isNull } from 'drizzle-orm';
import { isOpenLink } from '../open-links';
import { signInLinks, users } from '../schema/users';
import type { Tx } from '../scope';

/** Whom a link's token signs in; null when it was used or has run out. For the `auth` scope. */
export async function openSignInLink(tx: Tx, token: string): Promise<{ readonly email: string } | null> {
  const [link] = await tx
    .select({ email: users.email })
    .from(signInLinks)
    .innerJoin(users, eq(users.id, signInLinks.userId))
    .where(and(isOpenLink(signInLinks, token), isNull(users.disabledAt)));
  return link ?? null;
}
