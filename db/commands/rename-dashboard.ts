import { and, eq, ne } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { dashboards } from '../schema/views';
import type { Tx } from '../scope';
import { lockDashboard, personOf } from './lock-dashboard';
import { recordActivity } from './record-activity';

/** Gives a dashboard another name. @throws Refusal `duplicate` when the actor has another of that name; `not_found`, `forbidden`. */
export async function renameDashboard(
  tx: Tx,
  actor: StaffActor,
  { dashboardId, name }: { readonly dashboardId: string; readonly name: string },
): Promise<void> {
  const before = await lockDashboard(tx, actor, dashboardId);
  if (before.name === name) return;
  const [other] = await tx
    .select({ id: dashboards.id })
    .from(dashboards)
    .where(
      and(eq(dashboards.userId, personOf(actor)), eq(dashboards.name, name), ne(dashboards.id, dashboardId)),
    );
  if (other) throw new Refusal('duplicate', `You already have a dashboard called “${name}”.`, 'name');
  await tx.update(dashboards).set({ name }).where(eq(dashboards.id, dashboardId));
  await recordActivity(tx, actor, {
    verb: 'dashboard_renamed',
    objectKind: 'dashboard',
    objectId: dashboardId,
    before: { name: before.name },
    after: { name },
  });
}
