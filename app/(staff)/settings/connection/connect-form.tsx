'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { connectAction } from './actions';

interface ConnectFormProps {
  /** What is connected now; nulls for nothing. */
  readonly account: string | null;
  readonly region: string | null;
  readonly regions: readonly (readonly [name: string, label: string])[];
  readonly requestId: string;
}

const FIELDS = ['account', 'key', 'region', 'secret'];

/** What opens the other books; the key and the secret are kept sealed and shown to nobody again. */
export function ConnectForm({ account, region, regions, requestId }: ConnectFormProps) {
  const { state, errorOf, form } = useForm(connectAction, { status: 'idle' });
  return (
    <form key={requestId} {...form} className="grid max-w-[640px] gap-4 md:grid-cols-2">
      <input type="hidden" name="requestId" value={requestId} />
      <Field name="account" label="Connection id" error={errorOf('account')}>
        {(control) => (
          <Input
            {...control}
            defaultValue={account ?? ''}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field name="region" label="Region of your workspace" error={errorOf('region')}>
        {(control) => (
          <Select {...control} defaultValue={region ?? 'us'}>
            {regions.map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="key" label="API key" error={errorOf('key')}>
        {(control) => <Input {...control} type="password" maxLength={2_000} autoComplete="off" />}
      </Field>
      <Field name="secret" label="Secret of webhooks (optional)" error={errorOf('secret')}>
        {(control) => <Input {...control} type="password" maxLength={500} autoComplete="off" />}
      </Field>
      <div className="flex flex-col gap-3 md:col-span-2">
        <FormMessage state={state} fields={FIELDS} />
        <span>
          <SubmitButton className="max-md:h-11" pendingLabel="Asking…">
            {account === null ? 'Connect' : 'Save and connect again'}
          </SubmitButton>
        </span>
      </div>
    </form>
  );
}
