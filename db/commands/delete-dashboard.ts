import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { dashboards } from '../schema/views';
import type { Tx } from '../scope';
import { lockDashboard } from './lock-dashboard';
import { recordActivity } from './record-activity';

/** Deletes a dashboard, for everybody who saw it. Its layout stays in the activity. @throws Refusal `not_found`, `forbidden`. */
export async function deleteDashboard(
  tx: Tx,
  actor: StaffActor,
  { dashboardId }: { readonly dashboardId: string },
): Promise<{ name: string }> {
  const { name, layout } = await lockDashboard(tx, actor, dashboardId);
  await tx.delete(dashboards).where(eq(dashboards.id, dashboardId));
  await recordActivity(tx, actor, {
    verb: 'dashboard_deleted',
    objectKind: 'dashboard',
    objectId: dashboardId,
    before: { name, layout },
  });
  return { name };
}
