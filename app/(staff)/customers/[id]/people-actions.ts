'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { type ContactInput, replaceContacts } from '@/db/commands/replace-contacts';
import { CONTACT_ROLES } from '@/lib/contact-roles';
import { atMost, eachRow } from '@/lib/form-rows';
import { formatCount } from '@/lib/format';
import { Refusal } from '@/lib/refusal';

const Email = z.email().max(254);
/** People that one customer may have. */
const MOST = 100;

/** Makes the people of a form those of the customer; rows that are empty are left out. */
export const replacePeople = formAction({
  may: 'books:write',
  verb: 'people_form',
  input: z.object({
    customerId: z.uuid(),
    name: eachRow,
    title: eachRow,
    email: eachRow,
    phone: eachRow,
    roles: eachRow,
  }),
  run: async (tx, actor, { customerId, ...rows }) => {
    const people = rows.name.flatMap((_, i) => personOf(rows, i));
    if (people.length > MOST) throw new Refusal('too_many', `Name at most ${MOST} people.`);
    await replaceContacts(tx, actor, { customerId, people });
    return { message: `Saved ${people.length === 1 ? '1 person' : `${formatCount(people.length)} people`}.` };
  },
  stale: ['/customers'],
});

type Rows = Readonly<Record<'name' | 'title' | 'email' | 'phone' | 'roles', readonly string[]>>;

/** The person of a row; nobody for a row that is empty. @throws Refusal `invalid` at the field that is at fault. */
function personOf(rows: Rows, i: number): ContactInput[] {
  const text = (field: keyof Rows) => rows[field][i] ?? '';
  const [name, title, email, phone] = [text('name'), text('title'), text('email'), text('phone')];
  if (!name && !title && !email && !phone) return [];
  if (!name) throw new Refusal('invalid', 'Enter the name.', `name${i}`);
  if (email && !Email.safeParse(email).success)
    throw new Refusal('invalid', 'Enter an e-mail address such as dana@example.com.', `email${i}`);
  const named = text('roles').split(',');
  const roles = CONTACT_ROLES.map(({ value }) => value).filter((role) => named.includes(role));
  return [
    {
      name: atMost(200, name, `name${i}`),
      title: atMost(100, title, `name${i}`) || null,
      email: email || null,
      phone: atMost(60, phone, `name${i}`) || null,
      roles,
    },
  ];
}
