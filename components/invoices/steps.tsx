import { Check, Circle, Clock } from 'lucide-react';
import { daysPastDue } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatDay } from '@/lib/format';

interface StepsProps {
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly isSettled: boolean;
  /** When the last of it was settled; null while something is open. */
  readonly settledOn: PlainDate | null;
  readonly today: PlainDate;
}

interface Step {
  readonly name: string;
  readonly note: string;
  readonly state: 'done' | 'late' | 'ahead';
}

/** Where an invoice stands on its way: issued, due, late, paid. */
export function Steps(props: StepsProps) {
  const steps = stepsOf(props);
  return (
    <ol
      className="panel flex w-full max-w-[620px] items-center px-5 py-3.5 max-md:px-3 print:hidden"
      aria-label="Where it stands"
    >
      {steps.map(({ name, note, state }, i) => {
        const Icon = { done: Check, late: Clock, ahead: Circle }[state];
        const tone = {
          done: 'bg-primary-soft text-primary',
          late: 'bg-destructive-soft text-destructive',
          ahead: 'bg-muted text-subtle',
        }[state];
        return (
          <li key={name} className={`flex items-center ${i < steps.length - 1 ? 'flex-1' : ''}`}>
            <span className="flex items-center gap-2 max-md:flex-col max-md:gap-1 max-md:text-center">
              <span
                aria-hidden
                className={`grid size-[22px] shrink-0 place-items-center rounded-full ${tone}`}
              >
                <Icon className="size-3" />
              </span>
              <span className="leading-4">
                <span className={`block font-medium ${state === 'ahead' ? 'text-subtle' : ''}`}>{name}</span>
                <span className="text-micro whitespace-nowrap text-subtle">{note}</span>
              </span>
            </span>
            {i < steps.length - 1 && (
              <span
                aria-hidden
                className={`mx-3 h-px flex-1 max-md:mx-1 ${state === 'done' ? 'bg-primary opacity-40' : 'bg-border'}`}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function stepsOf({ issuedOn, dueOn, isSettled, settledOn, today }: StepsProps): Step[] {
  const late = daysPastDue(dueOn, settledOn ?? today);
  const isDue = isSettled || today >= dueOn;
  return [
    { name: 'Issued', note: formatDay(issuedOn, { today }), state: 'done' },
    { name: 'Due', note: formatDay(dueOn, { today }), state: isDue ? 'done' : 'ahead' },
    ...(late > 0
      ? [{ name: 'Late', note: formatCount(late, 'day'), state: isSettled ? 'done' : 'late' } as const]
      : []),
    {
      name: 'Paid',
      note: settledOn ? formatDay(settledOn, { today }) : isSettled ? 'in full' : 'not yet',
      state: isSettled ? 'done' : 'ahead',
    },
  ];
}
