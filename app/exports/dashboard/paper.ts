import { FORECAST_WITHIN, forecastOrWhy } from '@/app/_cash/forecast-or-why';
import { paperTables } from '@/components/dashboard/tables/paper-tables';
import type { PaperTable } from '@/components/paper-table';
import { partsOf } from '@/db/queries/dashboard-data';
import { type DashboardPaper, dashboardPaper } from '@/db/queries/dashboard-paper';
import { forecast } from '@/db/queries/forecast';
import { LARGE_BOOKS_WITHIN, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { PlacedWidget } from '@/lib/domain/dashboard-layout';
import { FORECAST_WEEKS } from '@/lib/domain/due-date-forecast';
import type { AgingFilters } from '@/lib/filters';

/** A dashboard as its file has it, and the tables in it. */
interface DrawnPaper extends DashboardPaper {
  readonly tables: readonly PaperTable[];
}

/** Reads a dashboard for paper; what is known of cash stands even when the forecast comes too late, or not at all. */
export async function drawnPaper(
  actor: StaffActor,
  filters: AgingFilters,
  { layout, madeAt }: { readonly layout: readonly PlacedWidget[]; readonly madeAt: Date },
): Promise<DrawnPaper> {
  const paper = await withScope(
    actor,
    'read',
    (tx) => dashboardPaper(tx, filters, layout),
    LARGE_BOOKS_WITHIN,
  );
  if (!partsOf(layout).has('forecast')) return { ...paper, tables: paperTables(paper, paper.data, madeAt) };
  const { forecast: found, missing } = await forecastOrWhy(
    withScope(actor, 'read', (tx) => forecast(tx, filters, { weeks: FORECAST_WEEKS }), FORECAST_WITHIN),
  );
  const data = { ...paper.data, ...(found && { forecast: found }), noForecast: missing };
  return { ...paper, tables: paperTables(paper, data, madeAt) };
}
