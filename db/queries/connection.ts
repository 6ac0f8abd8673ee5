import { and, eq, isNull } from 'drizzle-orm';
import { connections } from '../schema/connections';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

const FACTS = {
  id: connections.id,
  source: connections.source,
  region: connections.region,
  account: connections.account,
  system: connections.system,
  company: connections.company,
  currency: connections.currency,
  timeZone: connections.timeZone,
  cursors: connections.cursors,
  problem: connections.problem,
  createdAt: connections.createdAt,
};

/** The books that these follow, without what opens them; null when they follow none. */
export async function liveConnection(tx: Tx) {
  const [found] = await tx.select(FACTS).from(connections).where(isNull(connections.endedAt));
  return found ?? null;
}

/** The same with the sealed secrets, for whoever speaks with the service. */
export async function sealedConnection(tx: Tx) {
  const [found] = await tx
    .select({ ...FACTS, sealedKey: connections.sealedKey, sealedSecret: connections.sealedSecret })
    .from(connections)
    .where(isNull(connections.endedAt));
  return found ?? null;
}

/** The business whose live connection this is; null for none. For whoever comes before there is an actor. */
export async function businessOfConnection(tx: Tx, connectionId: string) {
  const [found] = await tx
    .select({ org: organizations })
    .from(connections)
    .innerJoin(organizations, eq(organizations.id, connections.orgId))
    .where(and(eq(connections.id, connectionId), isNull(connections.endedAt)));
  return found?.org ?? null;
}

/** Books that these follow. */
export type Connection = NonNullable<Awaited<ReturnType<typeof liveConnection>>>;
