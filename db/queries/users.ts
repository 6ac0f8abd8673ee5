import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { memberships, sessions, users } from '../schema/users';
import type { Tx } from '../scope';

/** Somebody who could sign in, and the membership that a new session would open. */
export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly passwordVersion: number;
  readonly membershipId: string;
  readonly orgId: string;
  readonly customerId: string | null;
  /** Whether a code is asked for after the password. */
  readonly hasSecondFactor: boolean;
}

/**
 * The account behind an e-mail address, in any case of its letters. Null for one that may not sign in: unknown,
 * disabled, or without a membership. Of several memberships the one last used or joined. For the `auth` scope.
 */
export function accountByEmail(tx: Tx, email: string): Promise<Account | null> {
  return accountWhere(tx, emailIs(email));
}

async function accountWhere(tx: Tx, isMeant: SQL): Promise<Account | null> {
  const lastUsed = sql`(select max(s.created_at) from ${sessions} s where s.membership_id = ${memberships.id})`;
  const [account] = await tx
    .select({
      userId: users.id,
      name: users.name,
      passwordHash: users.passwordHash,
      passwordVersion: users.passwordVersion,
      membershipId: memberships.id,
      orgId: memberships.orgId,
      customerId: memberships.customerId,
      hasSecondFactor: sql<boolean>`${users.totpSecret} is not null`,
    })
    .from(users)
    .innerJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.revokedAt)))
    .where(and(isMeant, isNull(users.disabledAt)))
    .orderBy(desc(sql`greatest(${lastUsed}, ${memberships.createdAt})`), asc(memberships.id))
    .limit(1);
  return account ?? null;
}

/** As `accountByEmail`, of the user with this id. */
export function accountById(tx: Tx, userId: string): Promise<Account | null> {
  return accountWhere(tx, eq(users.id, userId));
}

/** The login behind an e-mail address, member of anything or not; null when unknown or disabled. */
export async function loginByEmail(
  tx: Tx,
  email: string,
): Promise<Pick<Account, 'userId' | 'name' | 'passwordHash'> | null> {
  const [login] = await tx
    .select({ userId: users.id, name: users.name, passwordHash: users.passwordHash })
    .from(users)
    .where(and(emailIs(email), isNull(users.disabledAt)));
  return login ?? null;
}

/** As the index on it is written. */
function emailIs(email: string) {
  return sql`lower(${users.email}) = ${email.toLowerCase()}`;
}
