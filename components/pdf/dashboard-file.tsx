import type { PaperTable } from '@/components/paper-table';
import type { DashboardPaper } from '@/db/queries/dashboard-paper';
import type { AgingFilters } from '@/lib/filters';
import { currencyName, formatDay } from '@/lib/format';
import { madeWords } from './made-words';
import { StackedFile } from './stacked-file';

/** What stands in the file of a dashboard. */
export interface DashboardSheets extends Pick<DashboardPaper, 'seller' | 'paper' | 'timeZone' | 'knownAt'> {
  readonly filters: Pick<AgingFilters, 'asOf' | 'basis' | 'currency'>;
  /** Every widget as its table, in the order of the layout. */
  readonly tables: readonly PaperTable[];
}

interface DashboardFileProps {
  readonly content: DashboardSheets;
  readonly madeAt: Date;
}

/** A dashboard as a file. */
export function DashboardFile({ content, madeAt }: DashboardFileProps) {
  const { seller, paper, timeZone, filters, knownAt, tables } = content;
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
