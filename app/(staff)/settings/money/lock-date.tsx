'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { buttonClass } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { moveLock } from './actions';

interface LockDateProps {
  /** The last day that is closed; null when none is. */
  readonly lockedOn: PlainDate | null;
  readonly today: PlainDate;
  readonly requestId: string;
}

const FIELDS = ['lockedOn'];

/** How far the books are closed, and the way to move it, which asks first. */
export function LockDate({ lockedOn, today, requestId }: LockDateProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <p className="text-form">
        {lockedOn ? (
          <>
            Closed up to <b className="fig font-semibold">{formatDay(lockedOn)}</b>
          </>
        ) : (
          'Every day is open'
        )}
      </p>
      <ConfirmForm
        title="Close the books up to which day?"
        description="Nothing can be posted, applied or reversed on or before it, by anybody and through any door. Opening days again lets past figures change. Either way it is noted in the activity, with your name."
        trigger="Move the lock date…"
        triggerClassName={buttonClass({}, 'max-md:h-11')}
        action={moveLock}
        values={{}}
        requestId={requestId}
        confirmLabel="Move the lock date"
        pendingLabel="Moving…"
        fieldNames={FIELDS}
        renderFields={(errorOf) => (
          <Field
            name="lockedOn"
            label="Books are closed up to"
            hint="Such as 31 Oct, or yesterday. Empty: every day is open."
            error={errorOf('lockedOn')}
          >
            {(control) => <DateInput {...control} today={today} defaultDay={lockedOn} />}
          </Field>
        )}
      />
    </div>
  );
}
