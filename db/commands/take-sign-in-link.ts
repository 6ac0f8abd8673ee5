import { sql } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { isOpenLink } from '../open-links';
import { signInLinks } from '../schema/users';
import type { Tx } from '../scope';

/**
 * Uses a link that signs in: of any number of tries at the same moment one succeeds. Answers whose it is. Notes no activity: the
 * session that follows does. In the `auth` scope. @throws Refusal `not_found` when it was used or has run out.
 */
export async function takeSignInLink(tx: Tx, token: string): Promise<{ userId: string }> {
  const [used] = await tx
    .update(signInLinks)
    .set({ usedAt: sql`now()` })
    .where(isOpenLink(signInLinks, token))
    .returning({ userId: signInLinks.userId });
  if (!used) throw new Refusal('not_found', 'This link was used already or has run out. Ask for a new one.');
  return used;
}
