import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { PlacedWidget } from '@/lib/domain/dashboard-layout';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { countRows } from '../expressions';
import { dashboards } from '../schema/views';
import type { Tx } from '../scope';
import { personOf } from './lock-dashboard';
import { recordActivity } from './record-activity';

/** Dashboards that one person may have. */
export const MOST_DASHBOARDS = 20;

/** Makes a dashboard of the actor's own. @throws Refusal `duplicate` (the name), `too_many`, `forbidden`. */
export async function createDashboard(
  tx: Tx,
  actor: StaffActor,
  { name, layout }: { readonly name: string; readonly layout: readonly PlacedWidget[] },
): Promise<{ dashboardId: string }> {
  const [id, userId] = [uuid7(), personOf(actor)];
  const [made] = await tx
    .insert(dashboards)
    .values({ id, userId, name, layout })
    .onConflictDoNothing()
    .returning({ id: dashboards.id });
  if (!made) throw new Refusal('duplicate', `You already have a dashboard called “${name}”.`, 'name');
  const [own] = await tx.select({ count: countRows() }).from(dashboards).where(eq(dashboards.userId, userId));
  if ((own?.count ?? 0) > MOST_DASHBOARDS)
    throw new Refusal('too_many', `You have ${MOST_DASHBOARDS} dashboards already. Delete one first.`);
  await recordActivity(tx, actor, {
    verb: 'dashboard_created',
    objectKind: 'dashboard',
    objectId: id,
    after: { name },
  });
  return { dashboardId: id };
}
