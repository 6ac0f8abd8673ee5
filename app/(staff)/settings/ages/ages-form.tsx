'use client';
import { useState } from 'react';
import { SettingsForm } from '@/components/settings/settings-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { OrganizationFacts } from '@/db/queries/organization';
import { areBounds, bucketLabels } from '@/lib/domain/aging';
import { saveAges } from './actions';

interface AgesFormProps {
  readonly facts: OrganizationFacts;
  readonly requestId: string;
}

const FIELDS = ['agingBasis', 'bounds', 'provisionRates'];

/** How age is counted and grouped, and what each group is expected to lose. */
export function AgesForm({ facts, requestId }: AgesFormProps) {
  const [bounds, setBounds] = useState(facts.bounds.join(', '));
  const read = bounds.split(/[\s,;/]+/).map((part) => (part === '' ? Number.NaN : Number(part)));
  return (
    <SettingsForm
      action={saveAges}
      requestId={requestId}
      fields={FIELDS}
      renderFields={(errorOf) => (
        <>
          <Field
            name="agingBasis"
            label="Age is counted from"
            hint="From the due date an invoice within its terms is current; from the invoice date it ages at once."
            error={errorOf('agingBasis')}
          >
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
        </>
      )}
    />
  );
}
