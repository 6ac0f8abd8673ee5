import type { PayingHabit } from '@/db/queries/paying-habit';
import type { PromiseRecord } from '@/db/queries/promise-record';
import { fromDueText } from '@/lib/slipping-words';
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
          value={fromDueText(usualDays)}
          note={
            usualDaysBefore === null ? 'by amount, over a year' : `${fromDueText(usualDaysBefore)} a year ago`
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
