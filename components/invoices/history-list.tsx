import type { HistoryEntry } from '@/lib/document-history';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { formatDay, formatInstant, formatMoment } from '@/lib/format';

interface HistoryListProps {
  readonly entries: readonly HistoryEntry[];
  readonly today: PlainDate;
  readonly timeZone: string;
}

/** What happened to a document, the latest first. */
export function HistoryList({ entries, today, timeZone }: HistoryListProps) {
  return (
    <section>
      <h2 className="mb-2 text-body">History</h2>
      <ol className="flex flex-col gap-3">
        {entries.map(({ key, day, at, title, detail }) => (
          <li key={key} className="grid grid-cols-[1fr_auto] gap-x-3">
            <span className="font-medium">{title}</span>
            <time
              dateTime={at.toISOString()}
              title={`Recorded ${formatMoment(at, timeZone)}`}
              className="fig text-right text-meta text-subtle"
            >
              {todayIn(timeZone, at) === day ? formatInstant(at, timeZone, today) : formatDay(day, { today })}
            </time>
            {detail && <span className="col-span-2 text-meta text-muted-foreground">{detail}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
