import type { PlainDate } from '@/lib/domain/dates';
import { previewReminders } from '@/lib/domain/reminder-preview';
import { formatCount, formatDay } from '@/lib/format';

interface ReminderCalendarProps {
  readonly steps: readonly number[];
  readonly quietDays: number;
  readonly maxAttempts: number | null;
  readonly isByHand: boolean;
  /** When the sample invoice falls due. */
  readonly dueOn: PlainDate;
}

/** What a policy means, in plain words, for one invoice that nobody pays. */
export function ReminderCalendar({ dueOn, isByHand, ...policy }: ReminderCalendarProps) {
  const reminders = previewReminders(policy, dueOn);
  return (
    <section aria-label="What it means" className="panel max-w-[560px] p-5">
      <p className="font-medium">An invoice due {formatDay(dueOn, { weekday: 'short' })} that nobody pays:</p>
      {reminders.length === 0 ? (
        <p className="mt-2 text-muted-foreground">Nobody is reminded of it by itself.</p>
      ) : (
        <ol className="mt-2 flex flex-col gap-1">
          {reminders.map(({ on, daysPastDue, step }) => (
            <li key={on} className="flex gap-4">
              <span className="fig w-28 shrink-0 text-muted-foreground">
                {formatDay(on, { weekday: 'short' })}
              </span>
              <span>
                Reminder {step}, {whenWords(daysPastDue)}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="mt-3 text-meta text-subtle">
        {isByHand ? 'Each waits until somebody sends it. ' : ''}
        One mail lists everything late of a customer. A payment, a dispute, a promise or a hold stops it.
      </p>
    </section>
  );
}

function whenWords(days: number): string {
  if (days === 0) return 'on the due date';
  return `${formatCount(Math.abs(days), 'day')} ${days < 0 ? 'before it is due' : 'after it was due'}`;
}
