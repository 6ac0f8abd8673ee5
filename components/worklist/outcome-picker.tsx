'use client';
import { Kbd } from '@/components/ui/kbd';
import type { CallOutcome } from '@/lib/domain/call-outcome';
import { OUTCOMES } from './outcomes';

interface OutcomePickerProps {
  readonly outcome: CallOutcome | null;
  readonly error: string | undefined;
  readonly onOutcome: (outcome: CallOutcome) => void;
}

/** How did it go? One card a way, each with its key. */
export function OutcomePicker({ outcome, error, onOutcome }: OutcomePickerProps) {
  return (
    <fieldset aria-describedby={error ? 'outcome-error' : undefined}>
      <legend className="mb-2 text-form font-semibold">How did it go?</legend>
      <div className="grid grid-cols-2 gap-2 md:grid-cols-3 xl:grid-cols-6">
        {OUTCOMES.map(({ outcome: each, label, key, icon: Icon }) => (
          <label
            key={each}
            className="flex min-h-[68px] cursor-pointer flex-col justify-between gap-2 rounded-[10px] border border-border-strong p-3 hover:bg-card-2 has-checked:border-primary has-checked:bg-primary-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
          >
            <input
              type="radio"
              name="outcome"
              value={each}
              data-outcome={key}
              checked={outcome === each}
              onChange={() => onOutcome(each)}
              className="sr-only"
            />
            <span className="flex items-center justify-between">
              <Icon aria-hidden className={`size-4 ${outcome === each ? 'text-primary' : 'text-subtle'}`} />
              <span aria-hidden>
                <Kbd>{key.toUpperCase()}</Kbd>
              </span>
            </span>
            <span className="font-medium">{label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id="outcome-error" role="alert" tabIndex={-1} className="mt-1.5 text-meta text-destructive">
          {error}
        </p>
      )}
    </fieldset>
  );
}
