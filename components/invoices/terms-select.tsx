'use client';
import type { Control } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { PlainDate } from '@/lib/domain/dates';
import type { Due } from '@/lib/written-invoice';

interface TermsSelectProps extends Control {
  readonly due: Due;
  readonly dueOn: PlainDate | null;
  /** The customer's; null until one was chosen. */
  readonly termsDays: number | null;
  readonly onDue: (due: Due) => void;
}

const USUAL = [0, 7, 10, 14, 15, 30, 45, 60, 90];

/** How long the customer has to pay. Choosing fills the due day in. The form sends the day, not this. */
export function TermsSelect({ due, dueOn, termsDays, onDue, name: _sent, ...rest }: TermsSelectProps) {
  const days = due.kind === 'days' && !USUAL.includes(due.days) ? [...USUAL, due.days] : USUAL;
  return (
    <Select
      {...rest}
      value={due.kind === 'days' ? String(due.days) : due.kind}
      onChange={({ target: { value } }) => onDue(dueOf(value, due, { dueOn, termsDays }))}
    >
      <option value="terms">
        {termsDays === null ? 'The customer’s terms' : `The customer’s terms, ${termsWords(termsDays)}`}
      </option>
      {days.map((each) => (
        <option key={each} value={each}>
          {termsWords(each)}
        </option>
      ))}
      <option value="day">On a day</option>
      <option value="parts">In parts</option>
      {due.kind === 'hand' && <option value="hand">In parts, by hand</option>}
    </Select>
  );
}

/** "On receipt", "Net 30". */
function termsWords(days: number): string {
  return days === 0 ? 'On receipt' : `Net ${days}`;
}

function dueOf(
  value: string,
  before: Due,
  known: { readonly dueOn: PlainDate | null; readonly termsDays: number | null },
): Due {
  if (value === 'terms') return { kind: 'terms' };
  if (value === 'day') return { kind: 'day', on: known.dueOn };
  if (value === 'parts')
    return {
      kind: 'parts',
      plan: {
        parts: 3,
        every: 'month',
        firstDays: before.kind === 'days' ? before.days : (known.termsDays ?? 30),
      },
    };
  return value === 'hand' ? before : { kind: 'days', days: Number(value) };
}
