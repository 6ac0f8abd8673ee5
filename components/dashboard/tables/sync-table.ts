import type { PaperTable } from '@/components/paper-table';
import type { SyncState } from '@/db/queries/sync-state';
import { WIDGET_TITLES } from '@/lib/dashboard-widgets';
import { formatCount, formatInstant } from '@/lib/format';
import { resultWords, tookWords } from '@/lib/sources/run-words';
import type { WidgetMoment } from '../moment';

/** The last run over the books that these follow, and how the ones before it went. */
export function syncTable({ system, last, bars }: SyncState, { timeZone, today }: WidgetMoment): PaperTable {
  const { startedAt = null, endedAt = null, counts = null } = last ?? {};
  const done = bars.filter(({ isDone }) => isDone).length;
  return {
    title: WIDGET_TITLES['sync-health'],
    words: `The last run that read ${system}, and the runs before it`,
    heads: ['What', 'State'],
    rows: [
      ['Last run', endedAt ? formatInstant(endedAt, timeZone, today) : 'not yet'],
      ['Took', startedAt && endedAt ? tookWords(endedAt.getTime() - startedAt.getTime()) : '–'],
      ['Did', last ? resultWords(counts ?? {}) : '–'],
      ['Came to their end', `${formatCount(done)} of ${formatCount(bars.length, 'run')}`],
    ],
    total: null,
  };
}
