import { eq } from 'drizzle-orm';
import type { Organization } from '@/lib/actor';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** An organization as an actor carries it; null when there is none. For the `auth` scope. */
export async function organizationById(tx: Tx, id: string): Promise<Organization | null> {
  const { name, currency, timeZone, agingBasis, bounds, isSample } = organizations;
  const [org] = await tx
    .select({ id: organizations.id, name, currency, timeZone, agingBasis, bounds, isSample })
    .from(organizations)
    .where(eq(organizations.id, id));
  return org ?? null;
}
