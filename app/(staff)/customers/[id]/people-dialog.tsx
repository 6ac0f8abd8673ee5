'use client';
import { Plus, Trash2 } from 'lucide-react';
import type { Route } from 'next';
import { useState } from 'react';
import { RoutedDialog } from '@/components/forms/routed-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Contact } from '@/db/queries/customers';
import { CONTACT_ROLES } from '@/lib/contact-roles';
import { replacePeople } from './people-actions';

interface PeopleDialogProps {
  readonly customer: { readonly id: string; readonly name: string; readonly contacts: readonly Contact[] };
  readonly requestId: string;
  readonly closeHref: Route;
}

type Person = Partial<Omit<Contact, 'id'>> & { readonly key: string };

/** The people of a customer, changed as a whole: who they are, how to reach them, and what for. */
export function PeopleDialog({ customer, requestId, closeHref }: PeopleDialogProps) {
  const [people, setPeople] = useState<readonly Person[]>(
    customer.contacts.length > 0
      ? customer.contacts.map((each) => ({ ...each, key: each.id }))
      : [{ key: '0' }],
  );
  const [added, setAdded] = useState(1);
  return (
    <RoutedDialog
      title="People"
      about={customer.name}
      size="md"
      closeHref={closeHref}
      action={replacePeople}
      requestId={requestId}
      values={{ customerId: customer.id }}
      submitLabel="Save people"
      pendingLabel="Saving…"
      fieldNames={people.flatMap((_, i) => [`name${i}`, `email${i}`])}
    >
      {(errorOf) => (
        <>
          <ol className="flex flex-col gap-5">
            {people.map((person, i) => (
              <PersonRow
                key={person.key}
                person={person}
                number={i + 1}
                errorOf={(name) => errorOf(`${name}${i}`)}
                onRemove={() => setPeople(people.filter((each) => each !== person))}
              />
            ))}
          </ol>
          {people.length === 0 && <p className="text-muted-foreground">Nobody is named.</p>}
          <div>
            <Button
              size="sm"
              onClick={() => {
                setPeople([...people, { key: String(added) }]);
                setAdded(added + 1);
              }}
            >
              <Plus aria-hidden />
              Add a person
            </Button>
          </div>
        </>
      )}
    </RoutedDialog>
  );
}

interface PersonRowProps {
  readonly person: Person;
  readonly number: number;
  readonly errorOf: (name: string) => string | undefined;
  readonly onRemove: () => void;
}

function PersonRow({ person, number, errorOf, onRemove }: PersonRowProps) {
  const [roles, setRoles] = useState<readonly string[]>(person.roles ?? []);
  const text = (name: 'name' | 'title' | 'email' | 'phone', label: string, max: number) => (
    <Field name={name} label={label} error={errorOf(name)}>
      {(control) => (
        <Input
          {...control}
          maxLength={max}
          autoComplete="off"
          autoFocus={name === 'name' && !person.name}
          defaultValue={person[name] ?? ''}
        />
      )}
    </Field>
  );
  return (
    <li className="border-b border-border pb-5 last:border-0 last:pb-0">
      <fieldset>
        <legend className="sr-only">Person {number}</legend>
        <input type="hidden" name="roles" value={roles.join()} />
        <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-md:grid-cols-1">
          {text('name', 'Name', 200)}
          {text('title', 'Position', 100)}
          {text('email', 'E-mail', 254)}
          {text('phone', 'Phone', 60)}
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          {CONTACT_ROLES.map(({ value, label }) => (
            <label key={value} className="inline-flex min-h-6 items-center gap-2.5">
              <input
                type="checkbox"
                className="check"
                checked={roles.includes(value)}
                onChange={({ target }) =>
                  setRoles(target.checked ? [...roles, value] : roles.filter((role) => role !== value))
                }
              />
              {label}
            </label>
          ))}
          <Button
            variant="ghost"
            size="sm"
            className="ml-auto"
            aria-label={`Remove person ${number}`}
            onClick={onRemove}
          >
            <Trash2 aria-hidden />
            Remove
          </Button>
        </div>
      </fieldset>
    </li>
  );
}
