import { asc, eq, or, sql } from 'drizzle-orm';
import type { PlacedWidget } from '@/lib/domain/dashboard-layout';
import { dashboards } from '../schema/views';
import type { Tx } from '../scope';

/** At most so many are offered: the own first, then what others share. */
const MAX_DASHBOARDS = 60;

/** A dashboard that somebody may open. */
export interface Dashboard {
  readonly dashboardId: string;
  readonly name: string;
  readonly layout: readonly PlacedWidget[];
  readonly version: number;
  readonly isShared: boolean;
  /** Only its owner changes it. */
  readonly isOwn: boolean;
}

/** What a person may open: the own dashboards, then those that others share, each in the order in which they were made. */
export function dashboardList(tx: Tx, userId: string): Promise<Dashboard[]> {
  const isOwn = sql<boolean>`${dashboards.userId} = ${userId}`;
  return tx
    .select({
      dashboardId: dashboards.id,
      name: dashboards.name,
      layout: dashboards.layout,
      version: dashboards.version,
      isShared: dashboards.isShared,
      isOwn,
    })
    .from(dashboards)
    .where(or(eq(dashboards.userId, userId), dashboards.isShared))
    .orderBy(sql`${isOwn} desc`, asc(dashboards.createdAt), asc(dashboards.id))
    .limit(MAX_DASHBOARDS);
}
