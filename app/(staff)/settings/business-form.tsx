'use client';
import { useEffect, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { DateInput } from '@/components/ui/date-input';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { showToast } from '@/components/ui/toast';
import type { OrganizationFacts } from '@/db/queries/organization';
import { areBounds, bucketLabels } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { saveOrganization } from './actions';

interface BusinessFormProps {
  readonly facts: OrganizationFacts;
  readonly timeZones: readonly string[];
  readonly today: PlainDate;
  readonly requestId: string;
}

const FIELDS = ['provisionRates', 'name', 'timeZone', 'agingBasis', 'bounds', 'lockedOn', 'paper'];

/** The facts of the business that can change. */
export function BusinessForm({ facts, timeZones, today, requestId }: BusinessFormProps) {
  const { state, errorOf, form } = useForm(saveOrganization, { status: 'idle' });
  const [bounds, setBounds] = useState(facts.bounds.join(', '));
  useEffect(() => {
    if (state.status === 'done') showToast({ message: state.message });
  }, [state]);
  const read = bounds.split(/[\s,;/]+/).map((part) => (part === '' ? Number.NaN : Number(part)));
  return (
    <form {...form} className="flex flex-col gap-4">
      <input type="hidden" name="requestId" value={requestId} />
      <div className="grid gap-x-5 gap-y-4 md:grid-cols-2">
        <Field name="name" label="Name" hint="As your customers see it." error={errorOf('name')}>
          {(control) => (
            <Input {...control} defaultValue={facts.name} maxLength={100} autoComplete="organization" />
          )}
        </Field>
        <Field
          name="timeZone"
          label="Time zone"
          hint="It decides when a day ends."
          error={errorOf('timeZone')}
        >
          {(control) => (
            <Select {...control} defaultValue={facts.timeZone}>
              {timeZones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="agingBasis" label="Age is counted from" error={errorOf('agingBasis')}>
          {(control) => (
            <Select {...control} defaultValue={facts.agingBasis}>
              <option value="due">The due date</option>
              <option value="invoice">The invoice date</option>
            </Select>
          )}
        </Field>
        <Field
          name="bounds"
          label="Age groups end after day"
          hint={
            areBounds(read) ? bucketLabels(read).join(' | ') : 'Whole numbers, each above the one before.'
          }
          error={errorOf('bounds')}
        >
          {(control) => (
            <Input
              {...control}
              className="fig"
              value={bounds}
              onChange={(event) => setBounds(event.target.value)}
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          name="provisionRates"
          label="Provision rates, percent"
          hint="What you expect to lose of each age group: 0.3, 1.6, 3.6, 6.6, 10.6, 20. Empty: from your own history."
          error={errorOf('provisionRates')}
        >
          {(control) => (
            <Input
              {...control}
              className="fig"
              defaultValue={facts.provisionRates?.join(', ') ?? ''}
              inputMode="decimal"
              autoComplete="off"
            />
          )}
        </Field>
        <Field
          name="lockedOn"
          label="Books are closed up to"
          hint="Nothing can be posted, applied or reversed on or before this day. Empty: every day is open."
          error={errorOf('lockedOn')}
        >
          {(control) => <DateInput {...control} today={today} defaultDay={facts.lockedOn} />}
        </Field>
        <Field name="paper" label="Paper" hint="For reports and documents as PDF." error={errorOf('paper')}>
          {(control) => (
            <Select {...control} defaultValue={facts.paper}>
              <option value="a4">A4</option>
              <option value="letter">Letter</option>
            </Select>
          )}
        </Field>
        <div>
          <span className="label">Currency</span>
          <p className="flex h-9 items-center text-form">{facts.currency}</p>
          <p className="hint">It stays as it is; customers can be invoiced in others.</p>
        </div>
      </div>
      <FormMessage state={state.status === 'done' ? { status: 'idle' } : state} fields={FIELDS} />
      <SubmitButton className="self-start max-md:h-11 max-md:self-stretch" pendingLabel="Saving…">
        Save changes
      </SubmitButton>
    </form>
  );
}
