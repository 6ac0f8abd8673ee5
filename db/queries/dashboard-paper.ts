import type { PlacedWidget } from '@/lib/domain/dashboard-layout';
import type { Instant } from '@/lib/domain/instants';
import type { AgingFilters } from '@/lib/filters';
import type { Tx } from '../scope';
import { type DashboardData, dashboardData, partsOf } from './dashboard-data';
import { lastRecorded } from './last-recorded';
import { type Letterhead, letterhead } from './letterhead';

/** A dashboard with all that stands on its paper. */
export interface DashboardPaper extends Letterhead {
  readonly filters: AgingFilters;
  readonly layout: readonly PlacedWidget[];
  /** The last instant that is recorded in its figures. */
  readonly knownAt: Instant;
  /** What the widgets of the layout are drawn from, all but the forecast, which takes longest. */
  readonly data: Partial<DashboardData>;
}

/** Reads it for a file, from one snapshot. */
export async function dashboardPaper(
  tx: Tx,
  filters: AgingFilters,
  layout: readonly PlacedWidget[],
): Promise<DashboardPaper> {
  return {
    ...(await letterhead(tx)),
    filters,
    layout,
    knownAt: await lastRecorded(tx),
    data: await dashboardData(
      tx,
      new Set([...partsOf(layout)].filter((part) => part !== 'forecast')),
      filters,
    ),
  };
}
