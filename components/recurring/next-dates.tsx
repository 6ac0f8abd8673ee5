import type { PlainDate } from '@/lib/domain/dates';
import { nextOccurrences, type Recurrence } from '@/lib/domain/recurrence';
import { formatDay } from '@/lib/format';
import { rhythmWords } from '@/lib/rhythm-words';

interface NextDatesProps {
  /** Null while its first day cannot be read. */
  readonly recurrence: Recurrence | null;
  /** The first day that is looked at. */
  readonly from: PlainDate;
  readonly today: PlainDate;
}

/** How many dates ahead are shown. */
const SHOWN = 6;

/** The next days on which an invoice is billed, as they follow from the rhythm. */
export function NextDates({ recurrence, from, today }: NextDatesProps) {
  if (!recurrence) return <p className="text-muted-foreground">The dates follow from the first day.</p>;
  const days = nextOccurrences(recurrence, from, SHOWN);
  return (
    <div role="status">
      <p>{rhythmWords(recurrence)}.</p>
      {days.length === 0 ? (
        <p className="mt-2 text-muted-foreground">There is no date ahead.</p>
      ) : (
        <ol aria-label="Next dates" className="fig mt-2 flex flex-col gap-1.5">
          {days.map((day) => (
            <li key={day} className="flex justify-between gap-4 border-b border-border pb-1.5 last:border-0">
              {formatDay(day, { today, weekday: 'short' })}
              {day < today && <span className="text-subtle">with the next run</span>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
