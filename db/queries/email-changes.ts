import { and, eq, isNull } from 'drizzle-orm';
import { isOpenLink } from '../open-links';
import { emailChanges, users } from '../schema/users';
import type { Tx } from '../scope';

/** Who signs in with what now, and with what from then on; null when the link was used or has run out. For the `auth` scope. */
export async function openEmailChange(
  tx: Tx,
  token: string,
): Promise<{ readonly userId: string; readonly from: string; readonly to: string } | null> {
  const [change] = await tx
    .select({ userId: users.id, from: users.email, to: emailChanges.email })
    .from(emailChanges)
    .innerJoin(users, eq(users.id, emailChanges.userId))
    .where(and(isOpenLink(emailChanges, token), isNull(users.disabledAt)));
  return change ?? null;
}
