import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';

/** What a control needs to belong to its field: spread it on Input, Select, MoneyInput, DateInput, Textarea. */
export interface Control {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  /** Shown below, always. */
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; nothing when all is well. May hold a button ("Use 8,915.40"). */
  readonly error?: ReactNode;
  readonly className?: string;
  readonly children: (control: Control) => ReactNode;
}

/** A labelled control with its hint and its error. Draws the control through `children`. */
export function Field({ name, label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const [hintId, errorId] = [`${id}hint`, `${id}error`];
  const described = [error ? errorId : '', hint ? hintId : ''].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        name,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error ? (
        <p id={errorId} className="mt-1.5 flex gap-1.5 text-meta text-destructive">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
      {hint ? (
        <p id={hintId} className="hint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
