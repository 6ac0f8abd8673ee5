'use client';
import { SettingsForm } from '@/components/settings/settings-form';
import { type Control, Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import type { OrganizationFacts } from '@/db/queries/organization';
import { saveCharges } from './actions';

interface ChargesFormProps {
  readonly facts: OrganizationFacts;
  readonly requestId: string;
}

const FIELDS = ['lateFeeDays', 'lateFee', 'lateFeePercent', 'interestPercent'];

/** What being late costs. */
export function ChargesForm({ facts, requestId }: ChargesFormProps) {
  const number = (control: Control, value: string | number | null) => (
    <Input {...control} className="fig" inputMode="decimal" autoComplete="off" defaultValue={value ?? ''} />
  );
  return (
    <SettingsForm
      action={saveCharges}
      requestId={requestId}
      fields={FIELDS}
      renderFields={(errorOf) => (
        <>
          <Field
            name="lateFeeDays"
            label="Charge a late fee after days"
            hint="Once an invoice is so many days past due, once each. Empty: no late fees."
            error={errorOf('lateFeeDays')}
          >
            {(control) => number(control, facts.lateFeeDays)}
          </Field>
          <Field
            name="lateFee"
            label="Late fee, fixed part"
            hint="Added to the percentage below. Empty: none."
            error={errorOf('lateFee')}
          >
            {(control) => (
              <MoneyInput {...control} currency={facts.currency} defaultAmount={facts.lateFeeMinor} />
            )}
          </Field>
          <Field
            name="lateFeePercent"
            label="Late fee, percent of what is open"
            hint="Of the open amount on the day it is charged. Empty: none."
            error={errorOf('lateFeePercent')}
          >
            {(control) => number(control, facts.lateFeePercent)}
          </Field>
          <Field
            name="interestPercent"
            label="Interest, percent a year"
            hint="Reminders state it on what is past due; it becomes owed when a reminder is charged. Empty: none."
            error={errorOf('interestPercent')}
          >
            {(control) => number(control, facts.interestPercent)}
          </Field>
        </>
      )}
    />
  );
}
