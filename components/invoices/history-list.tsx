import type { HistoryEntry } from '@/lib/document-history';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';

interface HistoryListProps {
  readonly entries: readonly HistoryEntry[];
  readonly today: PlainDate;
}

/** What happened to a document, the latest first. */
export function HistoryList({ entries, today }: HistoryListProps) {
  return (
    <section>
      <h2 className="mb-2 text-body">History</h2>
      <ol className="flex flex-col gap-3">
        {entries.map(({ key, day, title, detail }) => (
          <li key={key} className="grid grid-cols-[1fr_auto] gap-x-3">
            <span className="font-medium">{title}</span>
            <span className="text-meta text-subtle">{formatDay(day, { today })}</span>
            {detail && <span className="col-span-2 text-meta text-muted-foreground">{detail}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
