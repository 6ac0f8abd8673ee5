import { asc, eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { dashboards } from '../schema/views';
import type { Tx } from '../scope';

/** A dashboard as it stands while its row is locked. */
export type LockedDashboard = Pick<
  typeof dashboards.$inferSelect,
  'id' | 'name' | 'layout' | 'version' | 'isShared'
>;

/** Whose dashboards somebody arranges: the own. @throws Refusal `forbidden` for a key or the command line, which are nobody. */
export function personOf({ userId }: Pick<StaffActor, 'userId'>): string {
  if (userId === null)
    throw new Refusal('forbidden', 'A dashboard belongs to a person. Sign in to arrange one.');
  return userId;
}

/**
 * One of the actor's own dashboards, with all of them locked in id order: one person's changes follow one another.
 * @throws Refusal `not_found`, also when it is somebody else's; `forbidden`.
 */
export async function lockDashboard(
  tx: Tx,
  actor: StaffActor,
  dashboardId: string,
): Promise<LockedDashboard> {
  const own = await tx
    .select({
      id: dashboards.id,
      name: dashboards.name,
      layout: dashboards.layout,
      version: dashboards.version,
      isShared: dashboards.isShared,
    })
    .from(dashboards)
    .where(eq(dashboards.userId, personOf(actor)))
    .orderBy(asc(dashboards.id))
    .for('no key update');
  const dashboard = own.find(({ id }) => id === dashboardId);
  if (!dashboard) throw new Refusal('not_found', 'That dashboard does not exist, or is not yours to change.');
  return dashboard;
}
