'use client';
import { Calendar } from 'lucide-react';
import { type ComponentProps, useRef, useState } from 'react';
import { type Leaning, parseDayText } from '@/lib/day-text';
import { isPlainDate, type PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { type ControlSize, controlClass } from './input';

type DateInputProps = Pick<
  ComponentProps<'input'>,
  | 'id'
  | 'aria-describedby'
  | 'aria-invalid'
  | 'aria-label'
  | 'required'
  | 'disabled'
  | 'className'
  | 'autoFocus'
> & {
  /** What the form calls it. It receives YYYY-MM-DD, or the text as typed when that is no day. */
  readonly name: string;
  readonly today: PlainDate;
  readonly defaultDay?: PlainDate | null;
  /** Hears every day as it is typed; null while the field holds none. */
  readonly onDay?: (day: PlainDate | null) => void;
  /** Whether "fri" is the last one (default) or the next. */
  readonly leaning?: Leaning;
  readonly size?: ControlSize;
};

/** A day as text ("20 Nov", "today", "-2", "fri"), with what it means beside it, and the browser's own calendar. */
export function DateInput({
  name,
  today,
  defaultDay = null,
  onDay,
  leaning = 'past',
  size = 'md',
  className = '',
  ...rest
}: DateInputProps) {
  const [text, setText] = useState(defaultDay ? formatDay(defaultDay) : '');
  const [isEditing, setIsEditing] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const day = parseDayText(text, today, leaning);
  const isWrong = !isEditing && day === null && text.trim() !== '';
  const isMeaningShown = isEditing && day && formatDay(day) !== text;
  const meaning = isMeaningShown ? `becomes ${formatDay(day, { today, weekday: 'short' })}` : '';
  const note = isWrong ? 'is not a day' : meaning;

  const change = (next: string) => {
    setText(next);
    onDay?.(parseDayText(next, today, leaning));
  };
  const settle = () => {
    setIsEditing(false);
    if (day) setText(formatDay(day));
  };

  return (
    <span className={controlClass(size, `relative ${className}`)}>
      <input type="hidden" name={name} value={day ?? text} />
      <input
        {...rest}
        aria-invalid={isWrong || rest['aria-invalid'] ? true : undefined}
        type="text"
        autoComplete="off"
        className={note ? 'min-w-8 [field-sizing:content] supports-[field-sizing:content]:w-auto!' : ''}
        value={text}
        onChange={(event) => {
          setIsEditing(true);
          change(event.target.value);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
      <span role="status" className={`truncate empty:hidden ${isWrong ? 'text-destructive' : 'text-subtle'}`}>
        {note}
      </span>
      <button
        type="button"
        tabIndex={-1}
        aria-label="Choose from a calendar"
        disabled={rest.disabled}
        onClick={() => picker.current?.showPicker()}
        className="-mr-1 ml-auto grid size-6 shrink-0 place-items-center text-subtle hover:text-foreground"
      >
        <Calendar aria-hidden className="size-4" />
      </button>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        className="pointer-events-none absolute inset-0 opacity-0"
        value={day ?? ''}
        onChange={({ target: { value } }) => {
          if (isPlainDate(value)) change(formatDay(value));
        }}
      />
    </span>
  );
}
