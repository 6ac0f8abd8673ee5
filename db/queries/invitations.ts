import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { tokenHash } from '@/lib/secret-token';
import { organizations } from '../schema/organizations';
import { invitations, users } from '../schema/users';
import type { Tx } from '../scope';

/** An invitation that can still be accepted. */
export interface OpenInvitation {
  readonly orgId: string;
  readonly orgName: string;
  readonly email: string;
  readonly name: string;
  readonly role: Actor['role'];
  /** Whether the e-mail address has a login already, whose password is then asked for instead of a new one. */
  readonly hasLogin: boolean;
}

/** The invitation that a link's token opens; null when there is none, it was used, or it has run out. */
export async function openInvitation(tx: Tx, token: string): Promise<OpenInvitation | null> {
  const [invitation] = await tx
    .select({
      orgId: invitations.orgId,
      orgName: organizations.name,
      email: invitations.email,
      name: invitations.name,
      role: invitations.role,
      hasLogin: sql<boolean>`${users.id} is not null`,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.orgId))
    .leftJoin(users, sql`lower(${users.email}) = lower(${invitations.email})`)
    .where(
      and(
        eq(invitations.tokenHash, tokenHash(token)),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, sql`now()`),
      ),
    );
  return invitation ?? null;
}
