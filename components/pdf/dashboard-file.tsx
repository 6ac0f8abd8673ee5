import { widgetMoment } from '@/components/dashboard/moment';
import { dashboardTables } from '@/components/dashboard/tables/dashboard-tables';
import type { DashboardPaper } from '@/db/queries/dashboard-paper';
import { todayIn } from '@/lib/domain/dates';
import { currencyName, formatDay } from '@/lib/format';
import { madeWords } from './made-words';
import { StackedFile } from './stacked-file';

interface DashboardFileProps {
  readonly content: DashboardPaper;
  readonly madeAt: Date;
}

/** A dashboard as a file: every widget as its table, in the order of the layout. */
export function DashboardFile({ content, madeAt }: DashboardFileProps) {
  const { seller, paper, timeZone, filters, knownAt, layout, data } = content;
  const at = widgetMoment(filters, { today: todayIn(timeZone, madeAt), timeZone });
  const tables = dashboardTables(layout, data, at);
  const names = tables.flatMap(({ rows }) => rows.flat());
  return (
    <StackedFile
      facts={{
        seller,
        title: 'Dashboard',
        facts: [
          `As of ${formatDay(filters.asOf, { month: 'long' })}`,
          `Aged by ${filters.basis} date, all amounts in ${currencyName(filters.currency)}`,
        ],
        filters: '',
        foot: [madeWords({ knownAt, timeZone, madeAt, names })],
      }}
      paper={paper}
      madeAt={madeAt}
      tables={tables}
    />
  );
}
