import { and, eq, isNull } from 'drizzle-orm';
import { isOpenLink } from '../open-links';
import { passwordResets, users } from '../schema/users';
import type { Tx } from '../scope';

/** Whose password a link's token may change; null when it was used or has run out. For the `auth` scope. */
export async function openReset(tx: Tx, token: string): Promise<{ readonly email: string } | null> {
  const [reset] = await tx
    .select({ email: users.email })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(and(isOpenLink(passwordResets, token), isNull(users.disabledAt)));
  return reset ?? null;
}
