import type { ActivityEntry } from '@/db/queries/activity';
import { addDays, type PlainDate, todayIn } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { ActivityRow } from './activity-row';

interface ActivityListProps {
  readonly entries: readonly ActivityEntry[];
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** What was done, newest first, under the day on which it was done. */
export function ActivityList({ entries, timeZone, today }: ActivityListProps) {
  const days = [...new Set(entries.map(({ at }) => todayIn(timeZone, at)))];
  return (
    <div className="flex flex-col gap-7 px-6 py-5 max-md:px-4">
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="mb-2 text-body">
            {nameOf(day, today)}
          </h2>
          <ol className="panel overflow-hidden divide-y divide-border">
            {entries
              .filter(({ at }) => todayIn(timeZone, at) === day)
              .map((entry) => (
                <ActivityRow key={entry.sequence} entry={entry} timeZone={timeZone} day={day} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function nameOf(day: PlainDate, today: PlainDate): string {
  if (day === today) return 'Today';
  if (day === addDays(today, -1)) return 'Yesterday';
  return formatDay(day, { today, weekday: 'long', month: 'long' });
}
