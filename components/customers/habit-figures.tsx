import type { PayingHabit } from '@/db/queries/paying-habit';
import type { PromiseRecord } from '@/db/queries/promise-record';
import { formatCount } from '@/lib/format';
import { Figure } from './figure';

interface HabitFiguresProps {
  readonly habit: PayingHabit;
  readonly promised: PromiseRecord;
}

/** How late the customer pays on average, and how it keeps its word; each only where there is something to say. */
export function HabitFigures({ habit, promised }: HabitFiguresProps) {
  const { usualDays, usualDaysBefore } = habit;
  return (
    <>
      {usualDays !== null && (
        <Figure
          label="Pays on average"
          value={lateWords(usualDays)}
          note={
            usualDaysBefore === null ? 'by amount, over a year' : `${lateWords(usualDaysBefore)} a year ago`
          }
        />
      )}
      {promised.endedCount > 0 && (
        <Figure
          label="Promises kept"
          value={`${promised.keptCount} of ${promised.endedCount}`}
          note={LAST[promised.last?.status ?? 'active']}
        />
      )}
    </>
  );
}

/** What became of the last promise that time has told. */
const LAST = {
  kept: 'last one kept',
  partly_kept: 'last one kept in part',
  broken: 'last one broken',
  active: '',
  cancelled: '',
} as const;

function lateWords(days: number): string {
  if (days === 0) return 'on the day';
  return days > 0 ? `${formatCount(days, 'day')} late` : `${formatCount(-days, 'day')} early`;
}
