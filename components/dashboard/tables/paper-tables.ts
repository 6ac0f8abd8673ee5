import type { PaperTable } from '@/components/paper-table';
import type { DashboardPaper } from '@/db/queries/dashboard-paper';
import { todayIn } from '@/lib/domain/dates';
import { widgetMoment } from '../moment';
import { dashboardTables, type PaperData } from './dashboard-tables';

/** The tables of a dashboard on paper, as they read on the day on which it is made. */
export function paperTables(
  { filters, timeZone, layout }: DashboardPaper,
  data: PaperData,
  madeAt: Date,
): PaperTable[] {
  return dashboardTables(layout, data, widgetMoment(filters, { today: todayIn(timeZone, madeAt), timeZone }));
}
