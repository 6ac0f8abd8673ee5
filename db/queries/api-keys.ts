import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Actor, StaffActor } from '@/lib/actor';
import { tokenHash } from '@/lib/secret-token';
import { customers } from '../schema/customers';
import { organizations } from '../schema/organizations';
import { apiKeys } from '../schema/users';
import type { Tx } from '../scope';

/** A key that works now. */
export interface KeyInForce {
  readonly id: string;
  /** Null: what the installation allows. */
  readonly callsPerMinute: number | null;
  /** Whom it speaks for. */
  readonly actor: Actor;
}

/** What is read of a key's row and of its organization's. */
export const KEY_FIELDS = {
  id: apiKeys.id,
  callsPerMinute: apiKeys.callsPerMinute,
  name: apiKeys.name,
  role: apiKeys.role,
  customerId: apiKeys.customerId,
  org: {
    id: organizations.id,
    name: organizations.name,
    currency: organizations.currency,
    timeZone: organizations.timeZone,
    agingBasis: organizations.agingBasis,
    bounds: organizations.bounds,
    isSample: organizations.isSample,
  },
};

interface KeyRow extends Omit<KeyInForce, 'actor'> {
  readonly name: string;
  readonly role: Actor['role'];
  readonly customerId: string | null;
  readonly org: StaffActor['org'];
}

/** What a key is, null when it is unknown, revoked or past its last day. For the `auth` scope. */
export async function keyInForce(tx: Tx, key: string): Promise<KeyInForce | null> {
  const [row] = await tx
    .select(KEY_FIELDS)
    .from(apiKeys)
    .innerJoin(organizations, eq(organizations.id, apiKeys.orgId))
    .where(and(eq(apiKeys.keyHash, tokenHash(key)), isInForce));
  return row ? keyOf(row) : null;
}

/** The key of a row; null for one of a customer that it does not name. */
export function keyOf({ id, callsPerMinute, role, customerId, ...who }: KeyRow): KeyInForce | null {
  if (role !== 'customer')
    return { id, callsPerMinute, actor: { kind: 'staff', role, userId: null, ...who } };
  if (customerId === null) return null;
  return { id, callsPerMinute, actor: { kind: 'customer', role, customerId, userId: null, ...who } };
}

/** Neither revoked nor past its end. */
export const isInForce = and(
  isNull(apiKeys.revokedAt),
  or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`)),
);

/** The organization's keys, newest first, revoked ones too. None of them can be read back. */
export function apiKeyList(tx: Tx) {
  return tx
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      role: apiKeys.role,
      /** Whose account it reads; null for a key of the business. */
      customer: customers.name,
      prefix: apiKeys.prefix,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
      /** Null: what the installation allows. */
      callsPerMinute: apiKeys.callsPerMinute,
      lastUsedAt: apiKeys.lastUsedAt,
      /** Whether its last day is over. */
      hasEnded: sql<boolean>`coalesce(${apiKeys.expiresAt} <= now(), false)`,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .leftJoin(customers, eq(customers.id, apiKeys.customerId))
    .orderBy(desc(apiKeys.createdAt));
}
