import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { tokenHash } from '@/lib/secret-token';
import { customers } from '../schema/customers';
import { organizations } from '../schema/organizations';
import { apiKeys } from '../schema/users';
import type { Tx } from '../scope';

/** Whom a key speaks for, null when it is unknown or revoked. For the `auth` scope. */
export async function actorOfApiKey(tx: Tx, key: string): Promise<Actor | null> {
  if (!/^dl_[\w-]{43}$/.test(key)) return null;
  const [row] = await tx
    .select({
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
    })
    .from(apiKeys)
    .innerJoin(organizations, eq(organizations.id, apiKeys.orgId))
    .where(and(eq(apiKeys.keyHash, tokenHash(key)), isNull(apiKeys.revokedAt)));
  if (!row) return null;
  const { role, customerId, ...who } = row;
  if (role !== 'customer') return { kind: 'staff', role, userId: null, ...who };
  return customerId === null ? null : { kind: 'customer', role, customerId, userId: null, ...who };
}

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
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .leftJoin(customers, eq(customers.id, apiKeys.customerId))
    .orderBy(desc(apiKeys.createdAt));
}
