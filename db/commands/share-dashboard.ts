import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { dashboards } from '../schema/views';
import type { Tx } from '../scope';
import { lockDashboard } from './lock-dashboard';
import { recordActivity } from './record-activity';

/**
 * Lets everybody of the business open a dashboard, or no longer. Who has none of the own sees the first that is shared.
 * @throws Refusal `not_found`, `forbidden`.
 */
export async function shareDashboard(
  tx: Tx,
  actor: StaffActor,
  { dashboardId, isShared }: { readonly dashboardId: string; readonly isShared: boolean },
): Promise<{ name: string }> {
  const { name, isShared: wasShared } = await lockDashboard(tx, actor, dashboardId);
  if (isShared === wasShared) return { name };
  await tx.update(dashboards).set({ isShared }).where(eq(dashboards.id, dashboardId));
  await recordActivity(tx, actor, {
    verb: isShared ? 'dashboard_shared' : 'dashboard_unshared',
    objectKind: 'dashboard',
    objectId: dashboardId,
    after: { name },
  });
  return { name };
}
