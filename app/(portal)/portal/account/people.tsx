'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { SecretNote } from '@/components/settings/secret-note';
import { buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { invite, removePerson } from './actions';

interface PeopleProps {
  readonly people: readonly {
    readonly membershipId: string;
    readonly userId: string;
    readonly name: string;
    readonly email: string;
    readonly isOwner: boolean;
  }[];
  readonly ownId: string | null;
  /** Whether the reader may let colleagues in and take that back. */
  readonly mayManage: boolean;
  readonly requestId: string;
}

/** Who can sign in for the customer; whoever answers for the account lets colleagues in by a link. */
export function People({ people, ownId, mayManage, requestId }: PeopleProps) {
  return (
    <div className="flex flex-col gap-5">
      <ul className="divide-y divide-border border-y border-border">
        {people.map(({ membershipId, userId, name, email, isOwner }) => (
          <li key={membershipId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">
                {name}
                {userId === ownId && ' (you)'}
              </span>
              <span className="block text-body break-words text-muted-foreground">
                {email}
                {isOwner && ', answers for the account'}
              </span>
            </span>
            {mayManage && userId !== ownId && (
              <ConfirmForm
                title={`Take ${name}’s access away?`}
                description="They are signed out here with their next step. You can invite them again."
                trigger={
                  <>
                    Remove<span className="sr-only"> {name}</span>
                  </>
                }
                triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' }, 'max-md:h-11')}
                action={removePerson}
                values={{ membershipId }}
                requestId={requestId}
                confirmLabel="Take it away"
                pendingLabel="Removing…"
              />
            )}
          </li>
        ))}
      </ul>
      {mayManage && <InviteForm />}
    </div>
  );
}

const FIELDS = ['name', 'email'];

function InviteForm() {
  const { state, errorOf, form } = useForm(invite, { status: 'idle' });
  const secret = state.status === 'done' ? state.secret : undefined;
  return (
    <form {...form} className="flex flex-col gap-4">
      {secret && (
        <SecretNote
          message={state.status === 'done' ? state.message : ''}
          keep="Send it to them yourself: it is not shown again."
          secret={secret}
          what="link"
        />
      )}
      <Field name="name" label="Name of a colleague" error={errorOf('name')}>
        {(control) => <Input {...control} maxLength={100} autoComplete="off" />}
      </Field>
      <Field name="email" label="Their e-mail" error={errorOf('email')}>
        {(control) => <Input {...control} type="email" maxLength={254} autoComplete="off" />}
      </Field>
      {!secret && <FormMessage state={state} fields={FIELDS} />}
      <SubmitButton variant="default" className="self-start max-md:h-11" pendingLabel="Making a link…">
        Make a link for them
      </SubmitButton>
    </form>
  );
}
