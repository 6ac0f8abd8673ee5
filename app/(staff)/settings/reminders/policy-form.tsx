'use client';
import { useState } from 'react';
import { ReminderCalendar } from '@/components/settings/reminder-calendar';
import { SettingsForm } from '@/components/settings/settings-form';
import { type Control, Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import type { PlainDate } from '@/lib/domain/dates';
import type { ReminderPolicy } from '@/lib/domain/reminder-policy';
import { savePolicy } from './actions';

interface PolicyFormProps {
  readonly policy: ReminderPolicy;
  readonly currency: string;
  /** When the invoice of the preview falls due. */
  readonly dueOn: PlainDate;
  readonly requestId: string;
}

const FIELDS = ['steps', 'quietDays', 'maxAttempts', 'minimum', 'byHand', 'graceDays'];

/** When customers are reminded, with what it means for a sample invoice as one types. */
export function PolicyForm({ policy, currency, dueOn, requestId }: PolicyFormProps) {
  const [steps, setSteps] = useState(policy.steps.join(', '));
  const [quietDays, setQuietDays] = useState(String(policy.quietDays));
  const [most, setMost] = useState(policy.maxAttempts === null ? '' : String(policy.maxAttempts));
  const [byHand, setByHand] = useState(policy.isByHand ? 'yes' : 'no');
  const typed = (control: Control, value: string, onValue: (text: string) => void) => (
    <Input
      {...control}
      className="fig"
      autoComplete="off"
      value={value}
      onChange={(event) => onValue(event.target.value)}
    />
  );
  const read = readSteps(steps);
  return (
    <div className="flex flex-col gap-6">
      <SettingsForm
        action={savePolicy}
        requestId={requestId}
        fields={FIELDS}
        renderFields={(errorOf) => (
          <>
            <Field
              name="steps"
              label="Days from the due date"
              hint="One reminder each; below 0 before it. Empty: nobody is reminded by itself."
              error={errorOf('steps')}
            >
              {(control) => typed(control, steps, setSteps)}
            </Field>
            <Field
              name="quietDays"
              label="Quiet days between two reminders"
              hint="A customer hears nothing for so many full days, whatever else falls due."
              error={errorOf('quietDays')}
            >
              {(control) => typed(control, quietDays, setQuietDays)}
            </Field>
            <Field
              name="maxAttempts"
              label="Reminders before somebody must look"
              hint="Then they stop until a person takes over. Empty: as many as there are steps."
              error={errorOf('maxAttempts')}
            >
              {(control) => typed(control, most, setMost)}
            </Field>
            <Field
              name="minimum"
              label="Smallest amount worth a reminder"
              hint="A customer who owes less is left alone. Empty: any amount."
              error={errorOf('minimum')}
            >
              {(control) => (
                <MoneyInput
                  {...control}
                  currency={currency}
                  defaultAmount={policy.minimumsMinor[currency] ?? null}
                />
              )}
            </Field>
            <Field
              name="byHand"
              label="Who sends them"
              hint="By hand, each waits until somebody has looked at it."
              error={errorOf('byHand')}
            >
              {(control) => (
                <Select {...control} value={byHand} onChange={(event) => setByHand(event.target.value)}>
                  <option value="no">The daily run, at its hour</option>
                  <option value="yes">Somebody, by hand</option>
                </Select>
              )}
            </Field>
            <Field
              name="graceDays"
              label="Days of grace for a promise"
              hint="Money that comes so many days after the promised day still keeps the promise."
              error={errorOf('graceDays')}
            >
              {(control) => (
                <Input {...control} className="fig" autoComplete="off" defaultValue={policy.graceDays} />
              )}
            </Field>
          </>
        )}
      />
      {read && (
        <ReminderCalendar
          steps={read}
          quietDays={Number(/^\d{1,3}$/.exec(quietDays.trim())?.[0] ?? policy.quietDays)}
          maxAttempts={/^[1-9]\d{0,2}$/.test(most.trim()) ? Number(most) : null}
          isByHand={byHand === 'yes'}
          dueOn={dueOn}
        />
      )}
    </div>
  );
}

/** The steps as typed so far; null while they are none. */
function readSteps(text: string): number[] | null {
  const steps =
    text.trim() === ''
      ? []
      : text
          .trim()
          .split(/[\s,;/]+/)
          .map(Number);
  const rise = steps.every(
    (step, i) => Number.isInteger(step) && Math.abs(step) <= 400 && step >= (steps[i - 1] ?? step),
  );
  return rise && steps.length <= 20 ? steps : null;
}
