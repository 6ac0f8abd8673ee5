'use client';
import { useEffect } from 'react';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SecretNote } from '@/components/settings/secret-note';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { inviteToPortal } from './actions';

interface InviteFormProps {
  readonly customerId: string;
  readonly requestId: string;
}

const FIELDS = ['name', 'email'];

/** Lets a person of the customer in, and shows the link once. */
export function InviteForm({ customerId, requestId }: InviteFormProps) {
  const { state, errorOf, form } = useForm(inviteToPortal, { status: 'idle' });
  const secret = state.status === 'done' ? state.secret : undefined;
  // The next one is somebody else.
  useEffect(() => {
    if (secret) form.ref.current?.reset();
  }, [secret, form.ref]);
  return (
    <form {...form} className="flex flex-col gap-4">
      {secret && (
        <SecretNote
          message={state.status === 'done' ? state.message : ''}
          keep="This is the link, should the mail not arrive. It is not shown again."
          secret={secret}
          what="link"
        />
      )}
      <input type="hidden" name="requestId" key={requestId} value={requestId} />
      <input type="hidden" name="customerId" value={customerId} />
      <div className="grid gap-4 md:grid-cols-2">
        <Field name="name" label="Name" error={errorOf('name')}>
          {(control) => <Input {...control} maxLength={100} autoComplete="off" />}
        </Field>
        <Field name="email" label="E-mail" error={errorOf('email')}>
          {(control) => <Input {...control} type="email" maxLength={254} autoComplete="off" />}
        </Field>
      </div>
      {!secret && <FormMessage state={state} fields={FIELDS} />}
      <SubmitButton className="self-start max-md:h-11" pendingLabel="Inviting…">
        Send an invitation
      </SubmitButton>
    </form>
  );
}
