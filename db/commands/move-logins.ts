import { and, asc, eq, exists, inArray, isNull, not, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '@/lib/actor';
import { invitations, memberships, users } from '../schema/users';
import type { Tx } from '../scope';
import type { LockedCustomer } from './lock-customers';
import { recordActivities } from './record-activity';

/** The two customers of a merge, locked. */
export interface Sides {
  readonly from: LockedCustomer;
  readonly into: LockedCustomer;
}

/** Logins that a merge changed, by their memberships. */
interface ChangedLogins {
  /** They open the account of the other customer now. */
  readonly movedLogins: string[];
  /** They ended, because their person had one of the other customer already, be it in force or taken away. */
  readonly endedLogins: string[];
}

/**
 * Whoever could sign in for a customer signs in for the other from now on. Nobody gets a second login, nor one back that was taken
 * away there. Invitations that nobody has used yet end.
 */
export async function moveLogins(tx: Tx, actor: Actor, { from, into }: Sides): Promise<ChangedLogins> {
  const there = alias(memberships, 'there');
  const hasOne = tx
    .select({ id: there.id })
    .from(there)
    .where(and(eq(there.userId, memberships.userId), eq(there.customerId, into.id)));
  const rows = await tx
    .select({ id: memberships.id, userId: memberships.userId, hasOne: sql<boolean>`${exists(hasOne)}` })
    .from(memberships)
    .where(and(eq(memberships.customerId, from.id), isNull(memberships.revokedAt)))
    .orderBy(asc(memberships.id));
  const endedLogins = rows.filter((row) => row.hasOne).map(({ id }) => id);
  const movedLogins = rows.filter((row) => !row.hasOne).map(({ id }) => id);
  await tx.update(memberships).set({ revokedAt: sql`now()` }).where(inArray(memberships.id, endedLogins));
  await tx.update(memberships).set({ customerId: into.id }).where(inArray(memberships.id, movedLogins));
  await tx
    .update(invitations)
    .set({ expiresAt: sql`now()` })
    .where(
      and(
        eq(invitations.customerId, from.id),
        isNull(invitations.usedAt),
        sql`${invitations.expiresAt} > now()`,
      ),
    );
  await noteMoved(tx, actor, movedLogins, { from, into });
  return { movedLogins, endedLogins };
}

/** The logins that a merge changed open the account that they opened before; one that got another there meanwhile ends. */
export async function returnLogins(
  tx: Tx,
  actor: Actor,
  { movedLogins, endedLogins }: ChangedLogins,
  { from, into }: Sides,
): Promise<void> {
  const again = alias(memberships, 'again');
  const gotAnother = exists(
    tx
      .select({ id: again.id })
      .from(again)
      .where(and(eq(again.userId, memberships.userId), eq(again.customerId, from.id))),
  );
  const mine = and(inArray(memberships.id, movedLogins), eq(memberships.customerId, into.id));
  const returned = await tx
    .update(memberships)
    .set({ customerId: from.id })
    .where(and(mine, not(gotAnother)))
    .returning({ id: memberships.id });
  await tx
    .update(memberships)
    .set({ revokedAt: sql`now()` })
    .where(and(mine, isNull(memberships.revokedAt)));
  await tx
    .update(memberships)
    .set({ revokedAt: null })
    .where(and(inArray(memberships.id, endedLogins), eq(memberships.customerId, from.id)));
  await noteMoved(
    tx,
    actor,
    returned.map(({ id }) => id),
    { from: into, into: from },
  );
}

async function noteMoved(tx: Tx, actor: Actor, ids: readonly string[], { from, into }: Sides): Promise<void> {
  const people = await tx
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(inArray(memberships.id, [...ids]), isNull(memberships.revokedAt)))
    .orderBy(asc(memberships.id));
  await recordActivities(
    tx,
    actor,
    people.map(({ userId, name, email }) => ({
      verb: 'portal_person_moved',
      objectKind: 'user',
      objectId: userId,
      customerId: into.id,
      before: { customer: from.name },
      after: { name, email, customer: into.name },
    })),
  );
}
