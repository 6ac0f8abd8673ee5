import { and, asc, isNotNull, isNull } from 'drizzle-orm';
import { groupBy } from '@/lib/group-by';
import { readAddress } from '@/lib/mail/address';
import { mailLanguage } from '@/lib/mail/languages';
import { Refusal } from '@/lib/refusal';
import type { MailTo } from '../commands/queue-mail';
import { isOneOf } from '../one-of';
import { contacts, customers } from '../schema/customers';
import { addressBlocks } from '../schema/mails';
import type { Tx } from '../scope';

/** Where the mails of a customer go; or why nowhere: it has no address, or mail to it came back. */
export type Reach =
  | { readonly to: MailTo; readonly escalation: string | null; readonly copies: readonly string[] }
  | { readonly none: 'no_address' | 'bounced' };

/** Whose address is taken first. */
const ROLES = ['billing', 'payer'] as const;

/**
 * Where money mails of each customer go: to the contact for bills, else the one who pays, else the customer's own address, else any
 * contact. `escalation` is who gets a copy when nothing else helped, `copies` the other contacts for bills. Customers that are not there are left out.
 */
export async function recipientsOf(tx: Tx, customerIds: readonly string[]): Promise<Map<string, Reach>> {
  const wanted = [...new Set(customerIds)];
  if (wanted.length === 0) return new Map();
  const whom = await tx
    .select({ id: customers.id, name: customers.name, email: customers.email, language: customers.language })
    .from(customers)
    .where(isOneOf(customers.id, wanted));
  const people = await tx
    .select({
      customerId: contacts.customerId,
      name: contacts.name,
      email: contacts.email,
      roles: contacts.roles,
    })
    .from(contacts)
    .where(and(isOneOf(contacts.customerId, wanted), isNotNull(contacts.email)))
    .orderBy(asc(contacts.name), asc(contacts.id));
  const blocked = await tx
    .select({ address: addressBlocks.address })
    .from(addressBlocks)
    .where(
      and(
        isNull(addressBlocks.releasedAt),
        isOneOf(
          addressBlocks.address,
          [...whom, ...people].map(({ email }) => (email ?? '').trim().toLowerCase()),
        ),
      ),
    );
  const peopleOf = groupBy(people, ({ customerId }) => customerId);
  const isBlocked = new Set(blocked.map(({ address }) => address));
  return new Map(
    whom.map(({ id, ...customer }) => {
      return [id, reachOf(customer, peopleOf.get(id) ?? [], isBlocked)];
    }),
  );
}

/** Where the bills of a customer go: to the first contact for bills, a copy to the others. @throws Refusal `not_found`, `invalid` when no mail reaches it. */
export async function reachable(tx: Tx, customerId: string): Promise<MailTo> {
  const reach = (await recipientsOf(tx, [customerId])).get(customerId);
  if (!reach) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
  if ('none' in reach)
    throw new Refusal(
      'invalid',
      reach.none === 'bounced'
        ? 'Mail to this customer came back. Change the address, or use it again under Mail.'
        : 'This customer has no e-mail address. Add one, or call.',
    );
  return { ...reach.to, cc: reach.copies };
}

type Person = { readonly name: string; readonly email: string | null; readonly roles: readonly string[] };

function reachOf(
  customer: { readonly name: string; readonly email: string | null; readonly language: string },
  people: readonly Person[],
  isBlocked: ReadonlySet<string>,
): Reach {
  const candidates = [
    ...ROLES.flatMap((role) => people.filter(({ roles }) => roles.includes(role))),
    customer,
    ...people.filter(({ roles }) => !roles.includes('escalation')),
  ].flatMap(({ name, email }) => {
    const address = readAddress(email);
    return address ? [{ name, address }] : [];
  });
  const free = candidates.find(({ address }) => !isBlocked.has(address.toLowerCase()));
  if (!free) return { none: candidates.length > 0 ? 'bounced' : 'no_address' };
  const above = people.find(({ roles }) => roles.includes('escalation'));
  const bills = people.flatMap(({ email, roles }) => {
    const address = roles.includes('billing') ? readAddress(email) : null;
    const key = address?.toLowerCase() ?? '';
    return address && key !== free.address.toLowerCase() && !isBlocked.has(key)
      ? [[key, address] as const]
      : [];
  });
  return {
    copies: [...new Map(bills).values()],
    to: { ...free, language: mailLanguage(customer.language) },
    escalation: readAddress(above?.email ?? null),
  };
}
