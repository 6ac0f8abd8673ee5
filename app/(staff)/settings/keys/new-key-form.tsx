'use client';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SecretNote } from '@/components/settings/secret-note';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { createKey } from './actions';

/** Makes a key and shows it once. */
export function NewKeyForm({ requestId }: { readonly requestId: string }) {
  const { state, errorOf, form } = useForm(createKey, { status: 'idle' });
  const [role, setRole] = useState('manager');
  const secret = state.status === 'done' ? state.secret : undefined;
  return (
    <>
      {state.status === 'done' && secret && <SecretNote message={state.message} secret={secret} />}
      <form {...form} className="grid items-start gap-x-4 gap-y-4 md:grid-cols-[1fr_200px_auto]">
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
        <SubmitButton variant="default" className="h-9! md:mt-[26px] max-md:h-11!" pendingLabel="Making…">
          <KeyRound aria-hidden />
          Make a key
        </SubmitButton>
        {role === 'customer' && (
          <Field name="customer" label="Whose account: name or code" error={errorOf('customer')}>
            {(control) => <Input {...control} maxLength={200} autoComplete="off" />}
          </Field>
        )}
        <div className="empty:hidden md:col-span-3">
          <FormMessage
            state={state.status === 'done' ? { status: 'idle' } : state}
            fields={['name', 'role', 'customer']}
          />
        </div>
      </form>
    </>
  );
}
