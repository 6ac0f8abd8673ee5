import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { organizations } from '../schema/organizations';
import { memberships, sessions, users } from '../schema/users';
import type { Tx } from '../scope';

const IDLE = sql.raw(`interval '8 hours'`);
const SEEN_EVERY = sql.raw(`interval '1 minute'`);

/** A session that is in force, and whose it is. `isStale` when its last use should be noted again. */
export interface LiveSession {
  readonly id: string;
  readonly email: string;
  readonly actor: Actor & { readonly userId: string };
  readonly isStale: boolean;
  /** Whether the business asks for a second factor that the person does not have yet: until then only that can be added. */
  readonly mustEnrol: boolean;
  /** Of a customer's person: whether they answer for its account. */
  readonly isOwner: boolean;
  /** Of somebody of the business: the customer whose portal they look at; null when none. */
  readonly viewingCustomerId: string | null;
}

/**
 * The session with this id, or null unless all of it holds now: not ended, used within 8 hours, begun within 12,
 * made with the present password, its user not disabled, its membership not revoked. For the `auth` scope.
 */
export async function liveSession(tx: Tx, id: string): Promise<LiveSession | null> {
  const [row] = await tx
    .select({
      id: sessions.id,
      isStale: sql<boolean>`${sessions.seenAt} < now() - ${SEEN_EVERY}`,
      user: { id: users.id, email: users.email, name: users.name },
      mustEnrol: sql<boolean>`${organizations.requiresSecondFactor} and ${users.totpSince} is null
        and ${memberships.role} <> 'customer'`,
      viewingCustomerId: sessions.viewingCustomerId,
      membership: {
        role: memberships.role,
        customerId: memberships.customerId,
        isOwner: memberships.isOwner,
      },
      org: {
        id: organizations.id,
        name: organizations.name,
        currency: organizations.currency,
        timeZone: organizations.timeZone,
        agingBasis: organizations.agingBasis,
        bounds: organizations.bounds,
        isSample: organizations.isSample,
      },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(memberships, and(eq(memberships.id, sessions.membershipId), eq(memberships.userId, users.id)))
    .innerJoin(organizations, eq(organizations.id, memberships.orgId))
    .where(and(eq(sessions.id, id), SESSION_IN_FORCE, isNull(memberships.revokedAt)));
  if (!row) return null;
  const { id: sessionId, isStale, mustEnrol, viewingCustomerId, user, membership, org } = row;
  const { isOwner } = membership;
  const actor = actorOf(user, membership, org);
  return { id: sessionId, email: user.email, isStale, mustEnrol, isOwner, viewingCustomerId, actor };
}

/** A browser that somebody is signed in with. */
export interface OwnSession {
  readonly id: string;
  readonly userAgent: string | null;
  readonly ip: string | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

/** The sessions of a user that are in force, last used first. For the `auth` scope. */
export function ownSessions(tx: Tx, userId: string): Promise<OwnSession[]> {
  return tx
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      ip: sessions.ip,
      createdAt: sessions.createdAt,
      seenAt: sessions.seenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(users.id, userId), SESSION_IN_FORCE))
    .orderBy(desc(sessions.seenAt));
}

/** What holds of a session that is in force, beside its user. */
export const SESSION_IN_FORCE = and(
  isNull(sessions.revokedAt),
  gt(sessions.seenAt, sql`now() - ${IDLE}`),
  gt(sessions.expiresAt, sql`now()`),
  eq(sessions.passwordVersion, users.passwordVersion),
  isNull(users.disabledAt),
);

function actorOf(
  user: { id: string; name: string },
  membership: { role: Actor['role']; customerId: string | null },
  org: Actor['org'],
): LiveSession['actor'] {
  const who = { userId: user.id, name: user.name, org };
  if (membership.role !== 'customer') return { kind: 'staff', role: membership.role, ...who };
  if (!membership.customerId) throw new Error('a customer membership names no customer');
  return { kind: 'customer', role: 'customer', customerId: membership.customerId, ...who };
}
