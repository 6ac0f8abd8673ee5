import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import type { WorkDone } from '@/db/queries/work-done';
import { OUTCOME_WORDS } from '@/lib/call-words';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay, formatInstant } from '@/lib/format';
import { route } from '@/lib/url';

interface DoneListProps {
  readonly done: readonly WorkDone[];
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** What was done today, the latest first. */
export function DoneList({ done, timeZone, today }: DoneListProps) {
  if (done.length === 0)
    return (
      <EmptyState title="Nothing is done yet today">
        Calls and snoozes of the day are listed here, with who made them.
      </EmptyState>
    );
  return (
    <ol aria-label="Done today">
      {done.map(({ id, customerId, customer, outcome, until, said, actorName, at }) => (
        <li
          key={id}
          data-row
          className="flex flex-wrap items-baseline gap-x-3 border-b border-border px-6 py-2.5 max-md:px-4"
        >
          <Link
            href={route(`/worklist?customer=${customerId}`)}
            data-row-link
            className="font-medium hover:underline"
          >
            {customer}
          </Link>
          <span className="text-muted-foreground">
            {outcome
              ? OUTCOME_WORDS[outcome]
              : `left alone until ${until ? formatDay(until, { today }) : ''}`}
          </span>
          <span className="ml-auto text-meta text-subtle">
            {[formatInstant(at, timeZone, today), actorName].filter(Boolean).join(', ')}
          </span>
          {said && <p className="w-full text-muted-foreground">{said}</p>}
        </li>
      ))}
    </ol>
  );
}
