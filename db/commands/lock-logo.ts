import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { LogoFacts } from '@/lib/logo';
import { logoFacts } from '../queries/logo';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** The picture of the business as it is; one at a time changes it, and whoever comes after reads what the one before left. */
export async function lockLogo(tx: Tx, { org }: StaffActor): Promise<LogoFacts | null> {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, org.id))
    .for('no key update');
  return logoFacts(tx);
}
