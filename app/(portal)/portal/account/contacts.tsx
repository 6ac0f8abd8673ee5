'use client';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { FormMessage } from '@/components/forms/form-message';
import { useForm } from '@/components/forms/use-form';
import { buttonClass } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { CONTACT_ROLES } from '@/lib/contact-roles';
import { addContact, removeContact } from './actions';

interface ContactsProps {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly roles: readonly string[];
    /** For its removal. */
    readonly requestId: string;
  }[];
  readonly requestId: string;
}

const FIELDS = ['name', 'email'];
/** What a customer chooses for its people; who is told once it is late is for the business to say. */
const CHOICES = CONTACT_ROLES.filter(({ value }) => value !== 'escalation');

/** The people whom mail goes to, and a form for another. */
export function Contacts({ people, requestId }: ContactsProps) {
  const { state, errorOf, form } = useForm(addContact, { status: 'idle' });
  return (
    <div className="flex flex-col gap-5">
      <ul className="divide-y divide-border border-y border-border empty:hidden">
        {people.map(({ id, name, email, roles, requestId: removalId }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{name}</span>
              <span className="block text-body break-words text-muted-foreground">
                {[email, ...getsOf(roles)].filter(Boolean).join(', ')}
              </span>
            </span>
            <ConfirmForm
              title={`Remove ${name}?`}
              description="Mail about invoices does not go to them any more."
              trigger={
                <>
                  Remove<span className="sr-only"> {name}</span>
                </>
              }
              triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' }, 'max-md:h-11')}
              action={removeContact}
              values={{ contactId: id }}
              requestId={removalId}
              confirmLabel="Remove"
              pendingLabel="Removing…"
            />
          </li>
        ))}
      </ul>
      <form key={requestId} {...form} className="flex flex-col gap-4">
        <input type="hidden" name="requestId" value={requestId} />
        <Field name="name" label="Name" error={errorOf('name')}>
          {(control) => <Input {...control} maxLength={100} autoComplete="off" />}
        </Field>
        <Field name="email" label="E-mail" error={errorOf('email')}>
          {(control) => <Input {...control} type="email" maxLength={254} autoComplete="off" />}
        </Field>
        <fieldset className="flex flex-wrap gap-x-5 gap-y-1 [&_label]:max-md:min-h-11">
          <legend className="label">Gets</legend>
          {CHOICES.map(({ value, gets }) => (
            <Checkbox
              key={value}
              name="roles"
              value={value}
              defaultChecked={value === 'billing'}
              label={gets}
            />
          ))}
        </fieldset>
        <FormMessage state={state} fields={FIELDS} />
        <SubmitButton variant="default" className="self-start max-md:h-11" pendingLabel="Adding…">
          Add a person
        </SubmitButton>
      </form>
    </div>
  );
}

function getsOf(roles: readonly string[]): string[] {
  return CONTACT_ROLES.flatMap(({ value, gets }) => (roles.includes(value) ? gets.toLowerCase() : []));
}
