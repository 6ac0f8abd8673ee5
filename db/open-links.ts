import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { tokenHash } from '@/lib/secret-token';
import type { emailChanges, passwordResets, signInLinks } from './schema/users';

/** A table of links by mail that let their holder do something once. */
type Links = typeof emailChanges | typeof passwordResets | typeof signInLinks;

/** The row of such a table that a link's token opens: not used, not run out. */
export function isOpenLink(links: Links, token: string) {
  return and(eq(links.tokenHash, tokenHash(token)), isNull(links.usedAt), gt(links.expiresAt, sql`now()`));
}
