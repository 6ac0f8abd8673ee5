import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Explain } from '@/components/explain';
import { RunBars } from '@/components/sync/run-bars';
import type { SyncState } from '@/db/queries/sync-state';
import { formatCount, formatInstant } from '@/lib/format';
import { agoWords } from '@/lib/sources/run-words';
import { STALE_HOURS } from '@/lib/sources/sync';
import type { WidgetMoment } from './moment';
import { syncTable } from './tables/sync-table';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface SyncWidgetProps {
  readonly sync: SyncState;
  readonly at: WidgetMoment;
}

/** How fresh books are that follow others: the last run, what it did, how the ones before it went, and what is wrong. */
export function SyncWidget({ sync, at }: SyncWidgetProps) {
  const { system, problem, isRunning, isStale, last, bars } = sync;
  const endedAt = last?.endedAt ?? null;
  const ended = endedAt ? formatInstant(endedAt, at.timeZone, at.today) : 'not yet';
  const isWell = !isStale && problem === null;
  const Icon = isWell ? CircleCheck : TriangleAlert;
  const done = bars.filter(({ isDone }) => isDone).length;
  const table = syncTable(sync, at);
  const standing = isRunning
    ? `Reading ${system} now.`
    : endedAt
      ? `${isStale ? 'Old: n' : 'N'}umbers of ${system} from ${agoWords(endedAt)}.`
      : `${system} is not read yet.`;
  return (
    <WidgetFrame
      title="Sync health"
      hint={`follows ${system}`}
      finding={`${standing} ${problem ?? ''}`.trim()}
      rowsHref="/sync"
      tools={
        <Explain
          title={`Last run, ${ended}`}
          lines={[
            { label: 'Came to their end', value: formatCount(done) },
            { label: 'Broke off', value: formatCount(bars.length - done) },
          ]}
          total={{ label: 'Last runs', value: formatCount(bars.length) }}
          note={`Figures are as old as the last run that came to its end. They are called old when that is more than ${formatCount(STALE_HOURS, 'hour')} ago, two of the intervals at which ${system} is read.`}
          link={{ label: 'Every run', href: '/sync' }}
        />
      }
      table={<WidgetTable table={table} />}
    >
      <div className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <p className="flex gap-2">
          <Icon
            aria-hidden
            className={`mt-0.5 size-4 shrink-0 ${isWell ? 'text-positive' : 'text-warning'}`}
          />
          <span>
            {standing} {problem !== null && <span className="text-warning">{problem}</span>}
          </span>
        </p>
        {bars.length > 0 && <RunBars bars={bars} />}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-t border-border pt-3">
          {table.rows.map(([name, value]) => [
            <dt key={`${name} name`} className="text-muted-foreground">
              {name}
            </dt>,
            <dd key={`${name} value`} className="fig truncate text-right" title={value}>
              {value}
            </dd>,
          ])}
        </dl>
      </div>
    </WidgetFrame>
  );
}
