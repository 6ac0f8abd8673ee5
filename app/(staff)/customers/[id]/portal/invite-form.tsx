'use client';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { CopyButton } from '@/components/ui/copy-button';
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
  return (
    <form {...form} className="flex flex-col gap-4">
      {secret && (
        <div role="status" className="rounded-[10px] bg-positive-soft p-4">
          <p className="font-medium">
            {state.status === 'done' && state.message} This is the link, should the mail not arrive. It is not
            shown again.
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-2">
            <code className="fig min-w-0 break-all">{secret}</code>
            <CopyButton text={secret} />
          </p>
        </div>
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
