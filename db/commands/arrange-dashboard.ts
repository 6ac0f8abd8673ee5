import { eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { changeCount, type PlacedWidget } from '@/lib/domain/dashboard-layout';
import { Refusal } from '@/lib/refusal';
import { dashboards } from '../schema/views';
import type { Tx } from '../scope';
import { lockDashboard } from './lock-dashboard';
import { recordActivity } from './record-activity';

/** A layout, and the version of the dashboard that it was made from. */
export interface ArrangeDashboard {
  readonly dashboardId: string;
  readonly version: number;
  readonly layout: readonly PlacedWidget[];
}

/**
 * Saves where the widgets of a dashboard stand; `version` of the answer is the new one. A layout that it has already changes nothing.
 * @throws Refusal `changed_elsewhere` when it was changed since that version was read; `not_found`, `forbidden`.
 */
export async function arrangeDashboard(
  tx: Tx,
  actor: StaffActor,
  { dashboardId, version, layout }: ArrangeDashboard,
): Promise<{ version: number }> {
  const before = await lockDashboard(tx, actor, dashboardId);
  if (changeCount(before.layout, layout) === 0) return { version: before.version };
  if (before.version !== version)
    throw new Refusal(
      'changed_elsewhere',
      'This dashboard was changed in another tab. Nothing was saved here; reload to see it as it is now.',
    );
  await tx
    .update(dashboards)
    .set({ layout, version: version + 1, updatedAt: sql`now()` })
    .where(eq(dashboards.id, dashboardId));
  const { name } = before;
  await recordActivity(tx, actor, {
    verb: 'dashboard_arranged',
    objectKind: 'dashboard',
    objectId: dashboardId,
    before: { name, layout: before.layout },
    after: { name, layout },
  });
  return { version: version + 1 };
}
