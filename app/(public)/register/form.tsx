'use client';
import { useEffect, useRef } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { PasswordInput } from '@/components/forms/password-input';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CurrencyChoice, currencyChoices } from '../choices';
import { EmailField } from '../email-field';
import { registerAction } from './actions';

const FIELDS = ['name', 'email', 'password', 'business', 'currency', 'timeZone'];

interface RegisterFormProps {
  readonly currencies: ReturnType<typeof currencyChoices>;
  readonly timeZones: readonly string[];
}

/** Person, then business. The time zone begins as the browser's. */
export function RegisterForm({ currencies, timeZones }: RegisterFormProps) {
  const { state, errorOf, form } = useForm(registerAction, { status: 'idle' });
  const zone = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const select = zone.current;
    if (select?.value === 'UTC' && timeZones.includes(own)) select.value = own;
  }, [timeZones]);
  const { typed } = state;
  return (
    <form {...form} className="mt-7 flex flex-col gap-4">
      <Field name="name" label="Your name" error={errorOf('name')}>
        {(control) => (
          <Input
            {...control}
            size="lg"
            autoComplete="name"
            required
            maxLength={100}
            defaultValue={typed?.name}
          />
        )}
      </Field>
      <EmailField error={errorOf('email')} typed={typed?.email} />
      <Field
        name="password"
        label="Password"
        error={errorOf('password')}
        hint={errorOf('password') ? undefined : 'At least 8 characters.'}
      >
        {(control) => <PasswordInput {...control} className="field-lg" autoComplete="new-password" />}
      </Field>
      <Field name="business" label="Name of the business" error={errorOf('business')}>
        {(control) => (
          <Input
            {...control}
            size="lg"
            autoComplete="organization"
            required
            maxLength={100}
            defaultValue={typed?.business}
          />
        )}
      </Field>
      <Field
        name="currency"
        label="Currency"
        error={errorOf('currency')}
        hint="Of your books. It stays as it is; customers can be invoiced in others."
      >
        {(control) => (
          <Select {...control} size="lg" defaultValue={typed?.currency ?? 'USD'}>
            <optgroup label="Often used">{currencies.common.map(currencyOption)}</optgroup>
            <optgroup label="All others">{currencies.others.map(currencyOption)}</optgroup>
          </Select>
        )}
      </Field>
      <Field
        name="timeZone"
        label="Time zone"
        error={errorOf('timeZone')}
        hint="Where the business is: it decides when a day ends."
      >
        {(control) => (
          <Select {...control} ref={zone} size="lg" defaultValue={typed?.timeZone ?? 'UTC'}>
            {timeZones.map((name) => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <FormMessage state={state} fields={FIELDS} />
      <SubmitButton size="lg" className="mt-1" pendingLabel="Creating…">
        Create business
      </SubmitButton>
    </form>
  );
}

function currencyOption({ code, name }: CurrencyChoice) {
  return (
    <option key={code} value={code}>
      {code} – {name}
    </option>
  );
}
