import type { Route } from 'next';
import type { Contact } from '@/db/queries/customers';
import { CONTACT_ROLES } from '@/lib/contact-roles';
import { initialsOf } from '@/lib/initials';
import { Mail } from './mail';
import { RailHead } from './rail-head';

interface PeoplePanelProps {
  readonly contacts: readonly Contact[];
  /** Where they are changed; null when the reader may not. */
  readonly editHref: Route | null;
}

/** The people of a customer: who they are, what for, and how to reach them. */
export function PeoplePanel({ contacts, editHref }: PeoplePanelProps) {
  if (contacts.length === 0 && !editHref) return null;
  return (
    <section id="people">
      <RailHead title="People" href={editHref} label={contacts.length > 0 ? 'Edit' : 'Add'} about="people" />
      <ul className="flex flex-col gap-2.5">
        {contacts.map(({ id, name, title, email, phone, roles }) => (
          <li key={id} className="flex gap-2.5">
            <span aria-hidden className="av size-7! text-micro!">
              {initialsOf(name)}
            </span>
            <div className="min-w-0">
              <div className="leading-[18px] font-medium">{name}</div>
              <div className="text-meta text-subtle">
                {[title, ...roles.map((role) => roleName(role))].filter(Boolean).join(', ')}
              </div>
              {phone && <div className="text-meta text-subtle">{phone}</div>}
              {email && (
                <div className="text-meta">
                  <Mail address={email} />
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {contacts.length === 0 && <p className="text-meta text-subtle">Nobody is named yet.</p>}
    </section>
  );
}

function roleName(role: string): string {
  return CONTACT_ROLES.find(({ value }) => value === role)?.label ?? role;
}
