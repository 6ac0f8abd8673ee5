import type { Contact } from '@/db/queries/customers';
import { initialsOf } from '@/lib/initials';

/** The people at a customer, with the numbers to press. Draws nothing when nobody is known. */
export function People({ contacts }: { readonly contacts: readonly Contact[] }) {
  if (contacts.length === 0) return null;
  return (
    <section aria-labelledby="people">
      <h3 id="people" className="mb-2 text-body font-semibold">
        People
      </h3>
      <ul className="flex flex-col gap-2.5">
        {contacts.map(({ id, name, title, email, phone, roles }) => (
          <li key={id} className="flex gap-2.5">
            <span aria-hidden className="av size-7! text-micro!">
              {initialsOf(name)}
            </span>
            <div className="min-w-0">
              <div className="font-medium">{name}</div>
              <div className="text-meta text-subtle">
                {[title, roles.join(', ')].filter(Boolean).join(', ')}
              </div>
              {phone && (
                <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} className="link fig block text-meta">
                  {phone}
                </a>
              )}
              {email && (
                <a
                  href={`mailto:${email}`}
                  className="link block text-meta font-normal! [overflow-wrap:anywhere]"
                >
                  {email}
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
