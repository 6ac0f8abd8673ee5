'use client';
import { KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SecretNote } from '@/components/settings/secret-note';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { createKey } from './actions';

interface NewKeyFormProps {
  readonly requestId: string;
  /** Requests a minute unless the key gets a limit of its own. */
  readonly perMinute: number;
}

/** Makes a key and shows it once. */
export function NewKeyForm({ requestId, perMinute }: NewKeyFormProps) {
  const { state, errorOf, form } = useForm(createKey, { status: 'idle' });
  const [role, setRole] = useState('manager');
  const secret = state.status === 'done' ? state.secret : undefined;
  // The next key is another one.
  useEffect(() => {
    if (secret) form.ref.current?.reset();
  }, [secret, form.ref]);
  return (
    <>
      {state.status === 'done' && secret && <SecretNote message={state.message} secret={secret} what="key" />}
      <form
        {...form}
        onReset={() => setRole('manager')}
        className="grid items-start gap-x-4 gap-y-4 md:grid-cols-[1fr_160px_150px_150px]"
      >
        {/* A key was made with the id that the page came with: another one needs its own. */}
        <input type="hidden" name="requestId" key={requestId} value={requestId} />
        <Field name="name" label="What will use the key" error={errorOf('name')}>
          {(control) => (
            <Input {...control} maxLength={100} autoComplete="off" placeholder="Nightly export" />
          )}
        </Field>
        <Field name="role" label="It may" error={errorOf('role')}>
          {(control) => (
            <Select {...control} value={role} onChange={(event) => setRole(event.target.value)}>
              <option value="manager">read</option>
              <option value="admin">read and write</option>
              <option value="customer">read one account</option>
            </Select>
          )}
        </Field>
        <Field name="days" label="It works" error={errorOf('days')}>
          {(control) => (
            <Select {...control}>
              <option value="">until revoked</option>
              <option value="30">for 30 days</option>
              <option value="90">for 90 days</option>
              <option value="365">for a year</option>
            </Select>
          )}
        </Field>
        <Field
          name="perMinute"
          label="Requests a minute"
          hint={`Empty: ${perMinute}, as for every key.`}
          error={errorOf('perMinute')}
        >
          {(control) => <Input {...control} inputMode="numeric" maxLength={6} autoComplete="off" />}
        </Field>
        {role === 'customer' && (
          <Field name="customer" label="Whose account: name or code" error={errorOf('customer')}>
            {(control) => <Input {...control} maxLength={200} autoComplete="off" />}
          </Field>
        )}
        <div className="empty:hidden md:col-span-4">
          <FormMessage
            state={state.status === 'done' ? { status: 'idle' } : state}
            fields={['name', 'role', 'customer', 'days', 'perMinute']}
          />
        </div>
        <SubmitButton
          variant="default"
          className="h-9! justify-self-start md:col-span-4 max-md:h-11!"
          pendingLabel="Making…"
        >
          <KeyRound aria-hidden />
          Make a key
        </SubmitButton>
      </form>
    </>
  );
}
