import { and, asc, count, countDistinct, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { customers } from '../schema/customers';
import { invitations, memberships, sessions, users } from '../schema/users';
import type { Tx } from '../scope';
import { SESSION_IN_FORCE } from './sessions';

/** People on one page. */
const PEOPLE_PAGE = 50;

/** Who is meant: those of the business, or those of its customers. */
type Side = 'staff' | 'customer';

/** Somebody who signs in, or did. */
export interface Person {
  readonly membershipId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Actor['role'];
  readonly customerId: string | null;
  readonly customer: string | null;
  readonly hasSecondFactor: boolean;
  /** When a browser of theirs last asked for something; null when none ever did. */
  readonly seenAt: Date | null;
  /** Whether that was a moment ago: a session notes its use once a minute. */
  readonly isHere: boolean;
  /** Since when they cannot sign in; null when they can. */
  readonly disabledAt: Date | null;
}

/** Which people are listed. */
export interface PeopleFilters {
  readonly side: Side;
  /** Part of a name, an address or a customer's name; '' for everybody. */
  readonly q: string;
  /** The membership after which the page begins; null for the first page. */
  readonly after: string | null;
}

/** One page of people by name, those who are disabled too, and how many there are in all. For administrators. */
export async function peoplePage(
  tx: Tx,
  { side, q, after }: PeopleFilters,
): Promise<{ people: Person[]; total: number; customerCount: number; nextAfter: string | null }> {
  const matching = and(onSide(side), q === '' ? undefined : hasText(q));
  const rows = await personRows(tx)
    .where(and(matching, after === null ? undefined : behind(after)))
    .orderBy(asc(sql`lower(${users.name})`), asc(memberships.id))
    .limit(PEOPLE_PAGE + 1);
  const [totals] = await tx
    .select({ total: count(), customerCount: countDistinct(memberships.customerId) })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(customers, eq(customers.id, memberships.customerId))
    .where(matching);
  if (!totals) throw new Error('the totals returned no row');
  const people = rows.slice(0, PEOPLE_PAGE);
  const nextAfter = rows.length > PEOPLE_PAGE ? (people.at(-1)?.membershipId ?? null) : null;
  return { people, ...totals, nextAfter };
}

/** One person; null when there is none. For administrators. */
export async function personById(tx: Tx, membershipId: string): Promise<Person | null> {
  const [person] = await personRows(tx).where(eq(memberships.id, membershipId));
  return person ?? null;
}

/** How many of the staff who can sign in do so without a code. For administrators. */
export async function withoutSecondFactor(tx: Tx): Promise<number> {
  const [row] = await tx
    .select({ people: count() })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(onSide('staff'), isNull(memberships.revokedAt), isNull(users.disabledAt), isNull(users.totpSince)),
    );
  if (!row) throw new Error('the count returned no row');
  return row.people;
}

/** The browsers that a member is signed in with to these books, last used first, at most 50. For administrators. */
export function sessionsOf(tx: Tx, membershipId: string) {
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
    .where(and(eq(sessions.membershipId, membershipId), SESSION_IN_FORCE))
    .orderBy(desc(sessions.seenAt))
    .limit(50);
}

/** Somebody who was invited and has not come yet. */
export interface PendingInvitation {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Actor['role'];
  readonly customer: string | null;
  readonly expiresAt: Date;
  readonly isLate: boolean;
}

/** Invitations that nobody has accepted, to the account of a customer or, for null, to any, newest first, at most 100. For administrators. */
export function pendingInvitations(tx: Tx, customerId: string | null): Promise<PendingInvitation[]> {
  return tx
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      customer: customers.name,
      expiresAt: invitations.expiresAt,
      isLate: sql<boolean>`${invitations.expiresAt} <= now()`,
    })
    .from(invitations)
    .leftJoin(customers, eq(customers.id, invitations.customerId))
    .where(
      and(
        isNull(invitations.usedAt),
        customerId === null ? undefined : eq(invitations.customerId, customerId),
      ),
    )
    .orderBy(desc(invitations.createdAt))
    .limit(100);
}

function personRows(tx: Tx) {
  return tx
    .select({
      membershipId: memberships.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      customerId: memberships.customerId,
      customer: customers.name,
      hasSecondFactor: sql<boolean>`${users.totpSince} is not null`,
      seenAt:
        sql`(select max(s.seen_at) from ${sessions} s where s.membership_id = ${memberships.id})`.mapWith(
          (value: Date | string | null) => (value === null ? null : new Date(value)),
        ),
      isHere: sql<boolean>`exists (select from ${sessions} s where s.membership_id = ${memberships.id}
        and s.revoked_at is null and s.seen_at > now() - interval '150 seconds')`,
      disabledAt: sql`coalesce(${memberships.revokedAt}, ${users.disabledAt})`.mapWith(
        (value: Date | string | null) => (value === null ? null : new Date(value)),
      ),
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(customers, eq(customers.id, memberships.customerId))
    .$dynamic();
}

function onSide(side: Side): SQL {
  return side === 'customer' ? eq(memberships.role, 'customer') : ne(memberships.role, 'customer');
}

function hasText(q: string): SQL | undefined {
  const part = `%${q.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const has = (column: typeof users.name | typeof users.email | typeof customers.name) =>
    sql`lower(${column}) like ${part}`;
  return or(has(users.name), has(users.email), has(customers.name));
}

function behind(after: string): SQL {
  return sql`(lower(${users.name}), ${memberships.id}) > (select lower(u.name), m.id from ${memberships} m
    join ${users} u on u.id = m.user_id where m.id = ${after})`;
}
