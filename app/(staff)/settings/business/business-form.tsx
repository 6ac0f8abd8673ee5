'use client';
import { SettingsForm } from '@/components/settings/settings-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { OrganizationFacts } from '@/db/queries/organization';
import { saveBusiness } from './actions';

interface BusinessFormProps {
  readonly facts: OrganizationFacts;
  readonly timeZones: readonly string[];
  readonly requestId: string;
}

const FIELDS = ['name', 'address', 'timeZone', 'paper'];

/** Who the business is, and where. */
export function BusinessForm({ facts, timeZones, requestId }: BusinessFormProps) {
  return (
    <SettingsForm
      action={saveBusiness}
      requestId={requestId}
      fields={FIELDS}
      renderFields={(errorOf) => (
        <>
          <Field
            name="name"
            label="Name"
            hint="Your customers see it on every document and in their portal."
            error={errorOf('name')}
          >
            {(control) => (
              <Input {...control} defaultValue={facts.name} maxLength={100} autoComplete="organization" />
            )}
          </Field>
          <Field
            name="address"
            label="Address"
            hint="Below the name on invoices, one line each."
            error={errorOf('address')}
          >
            {(control) => (
              <Textarea
                {...control}
                defaultValue={facts.address ?? ''}
                maxLength={500}
                rows={3}
                autoComplete="street-address"
              />
            )}
          </Field>
          <Field
            name="timeZone"
            label="Time zone"
            hint="It decides when a day ends, and so what is late."
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
            <p className="hint">The books are kept in it, for good. Customers can be invoiced in others.</p>
          </div>
        </>
      )}
    />
  );
}
