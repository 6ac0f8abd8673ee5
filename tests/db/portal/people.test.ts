import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { invitationOf, joinAnew } from '@/app/_auth/invitation';
import { signInWithPassword } from '@/app/_auth/sign-in';
import { chooseAccount } from '@/db/commands/choose-account';
import { closeAccount } from '@/db/commands/close-account';
import { createCustomer } from '@/db/commands/create-customer';
import { inviteColleague } from '@/db/commands/invite-colleague';
import { inviteUser } from '@/db/commands/invite-user';
import { lookAtPortal } from '@/db/commands/look-at-portal';
import { addOwnContact, removeOwnContact } from '@/db/commands/own-contacts';
import { postInvoice } from '@/db/commands/post-invoice';
import { removePortalPerson } from '@/db/commands/remove-portal-person';
import { updateOwnFacts } from '@/db/commands/update-own-facts';
import { ownFacts } from '@/db/queries/own-facts';
import { ownAccounts, portalPeople } from '@/db/queries/portal-people';
import { withScope } from '@/db/scope';
import type { CustomerActor, StaffActor } from '@/lib/actor';
import { toMinor } from '@/lib/domain/money';
import { day, owner, refusalOf } from '../../world';
import { newAdmin, newDevice, newEmail, PASSWORD, sessionOf } from '../auth/people';

type Person = CustomerActor & { readonly userId: string };

/** A business with a customer, and a person of it who was let in by the business and has signed in. */
async function portal() {
  const ada = await newAdmin();
  const staff = ada.actor;
  const write = <T>(work: Parameters<typeof withScope<T>>[2]) => withScope(staff, 'write', work);
  const { customerId } = await write((tx) => createCustomer(tx, staff, { name: 'Acme' }));
  const letIn = async (id = customerId) => {
    const email = newEmail();
    const { token } = await write((tx) =>
      inviteUser(tx, staff, { email, name: 'Dana Webb', role: 'customer', customerId: id }),
    );
    return joined(email, token);
  };
  const asAuth = <T>(work: Parameters<typeof withScope<T>>[2]) =>
    withScope({ kind: 'auth', org: staff.org }, 'write', work);
  const people = () =>
    withScope({ kind: 'auth' }, 'read', (tx) => portalPeople(tx, { orgId: staff.org.id, customerId }));
  return { ada, staff, customerId, write, letIn, asAuth, people };
}

async function joined(email: string, token: string) {
  await joinAnew({ token, name: 'Dana Webb', password: PASSWORD });
  const { sessionId } = await signInWithPassword({ email, password: PASSWORD }, newDevice());
  const session = await sessionOf(sessionId);
  if (session?.actor.kind !== 'customer') throw new Error('the person is not let in');
  return { email, sessionId, person: session.actor, isOwner: session.isOwner };
}

test('whom the business lets in may let a colleague in by a link, and that one nobody', async () => {
  const { letIn, asAuth, people, customerId } = await portal();
  const dana = await letIn();
  expect(dana.isOwner).toBe(true);
  const email = newEmail();
  const ask = (person: Person, ownEmail: string) =>
    asAuth((tx) => inviteColleague(tx, person, { email, name: 'Cleo', ownEmail }));
  const { token } = await ask(dana.person, dana.email);
  expect(await invitationOf(token)).toMatchObject({ role: 'customer', email });
  const cleo = await joined(email, token);
  expect(cleo).toMatchObject({ isOwner: false, person: { customerId } });
  expect(await refusalOf(ask(cleo.person, email))).toBe('forbidden');
  expect(await refusalOf(ask(dana.person, email))).toBe('invalid');
  expect((await people()).map((person) => person.isOwner).toSorted()).toEqual([false, true]);
});

test('who is removed is a visitor with the next request; nobody removes oneself, or people of others', async () => {
  const { letIn, asAuth, people, customerId, staff, write } = await portal();
  const [dana, cleo] = [await letIn(), await letIn()];
  const idOf = async (userId: string) =>
    (await people()).find((person) => person.userId === userId)?.membershipId ?? '';
  const remove = (who: Person | (StaffActor & { userId: string }), membershipId: string, from = customerId) =>
    asAuth((tx) => removePortalPerson(tx, who, { customerId: from, membershipId }));
  const cleos = await idOf(cleo.person.userId);
  expect(await refusalOf(remove(dana.person, await idOf(dana.person.userId)))).toBe('invalid');
  const { customerId: other } = await write((tx) => createCustomer(tx, staff, { name: 'Beta' }));
  expect(await refusalOf(remove(staff, cleos, other))).toBe('not_found');
  const elsewhere = await portal();
  expect(await refusalOf(remove(elsewhere.staff, cleos))).toBe('not_found');
  await remove(dana.person, cleos);
  expect(await sessionOf(cleo.sessionId)).toBeNull();
  expect(await refusalOf(remove(staff, cleos))).toBe('not_found');
});

test('one login opens several accounts, and goes from one to the other in the same browser', async () => {
  const [first, second] = [await portal(), await portal()];
  const dana = await first.letIn();
  const { token } = await second.write((tx) =>
    inviteUser(tx, second.staff, {
      email: dana.email,
      name: 'Dana',
      role: 'customer',
      customerId: second.customerId,
    }),
  );
  const { joinWithLogin } = await import('@/app/_auth/invitation');
  await joinWithLogin({ token, password: PASSWORD }, newDevice());
  const { userId } = dana.person;
  const accounts = await withScope({ kind: 'auth' }, 'read', (tx) => ownAccounts(tx, userId));
  expect(accounts.map((account) => account.customer)).toEqual(['Acme', 'Acme']);
  const choose = (membershipId: string, who = userId) =>
    withScope({ kind: 'auth' }, 'write', (tx) =>
      chooseAccount(tx, { userId: who, sessionId: dana.sessionId, membershipId }),
    );
  await choose(accounts[0]?.membershipId ?? '');
  expect((await sessionOf(dana.sessionId))?.actor).toMatchObject({ customerId: second.customerId });
  const stranger = await first.letIn();
  expect(await refusalOf(choose(accounts[0]?.membershipId ?? '', stranger.person.userId))).toBe('not_found');
});

test('staff see what a customer sees, noted, and only as somebody who can write nothing', async () => {
  const { ada, staff, customerId, asAuth } = await portal();
  const sessionId = await ada.signIn();
  const look = (id: string | null) => asAuth((tx) => lookAtPortal(tx, staff, { sessionId, customerId: id }));
  await look(customerId);
  expect(await sessionOf(sessionId)).toMatchObject({
    viewingCustomerId: customerId,
    actor: { kind: 'staff' },
  });
  const rows = await owner`select verb, customer_id from activity where org_id = ${staff.org.id}
    and verb = 'portal_viewed'`;
  expect(rows).toMatchObject([{ customer_id: customerId }]);
  await look(null);
  expect(await sessionOf(sessionId)).toMatchObject({ viewingCustomerId: null });
});

test('an account is closed once nothing is open: nobody gets in, and the history stays', async () => {
  const { letIn, staff, customerId, write, people } = await portal();
  const dana = await letIn();
  const { documentId } = await write((tx) =>
    postInvoice(tx, staff, {
      customerId,
      invoiceDate: day('2026-01-05'),
      dueDate: day('2026-02-04'),
      lines: [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(100), taxPercent: '0' }],
      source: 'staff',
    }),
  );
  const closing: StaffActor = { ...staff, userId: dana.person.userId, name: dana.person.name };
  const close = () =>
    withScope(closing, 'write', (tx) => closeAccount(tx, closing, { customerId, email: dana.email }));
  expect(await refusalOf(close())).toBe('customer_owes');
  expect(await sessionOf(dana.sessionId)).not.toBeNull();
  const { reverseDocument } = await import('@/db/commands/reverse-document');
  await write((tx) =>
    reverseDocument(tx, staff, { documentId, kind: 'invoice', reason: 'Mistake', source: 'staff' }),
  );
  await owner`update customers set phone = '+1 503 555 0140', address = E'12 Harbor Street\nAstoria, OR' where id = ${customerId}`;
  await close();
  const [told] = await owner`select params -> 'account' as account from mails
    where customer_id = ${customerId} and params ->> 'kind' = 'account_closed'`;
  expect(told?.account).toEqual(['Acme', '+1 503 555 0140', '12 Harbor Street, Astoria, OR']);
  expect(await sessionOf(dana.sessionId)).toBeNull();
  expect(await people()).toEqual([]);
  const [row] = await owner`select archived_at is not null as archived,
    (select count(*)::int from documents where customer_id = ${customerId}) as papers,
    (select count(*)::int from mails where customer_id = ${customerId} and params ->> 'kind' = 'account_closed') as told
    from customers where id = ${customerId}`;
  expect(row).toEqual({ archived: true, papers: 2, told: 1 });
});

test('a person changes where its customer is reached and whom mail goes to, of its own alone', async () => {
  const { letIn, customerId, write, staff } = await portal();
  const { customerId: other } = await write((tx) => createCustomer(tx, staff, { name: 'Beta' }));
  const [dana, eve] = [await letIn(), await letIn(other)];
  const own = (person: Person) => withScope(person, 'read', ownFacts);
  const facts = { email: 'ap@acme.example', phone: '1', address: '1 Main St' };
  await withScope(dana.person, 'write', (tx) => updateOwnFacts(tx, dana.person, facts));
  await withScope(dana.person, 'write', (tx) =>
    addOwnContact(tx, dana.person, { name: 'Bo', email: 'bo@acme.example', roles: ['billing'] }),
  );
  expect(await own(dana.person)).toMatchObject({ ...facts, people: [{ name: 'Bo', roles: ['billing'] }] });
  expect(await own(eve.person)).toMatchObject({ name: 'Beta', email: null, people: [] });
  const bo = (await own(dana.person))?.people[0]?.id ?? '';
  const remove = (person: Person) => withScope(person, 'write', (tx) => removeOwnContact(tx, person, bo));
  expect(await refusalOf(remove(eve.person))).toBe('not_found');
  await remove(dana.person);
  expect(await refusalOf(remove(dana.person))).toBe('not_found');
  const noted = await write((tx) =>
    tx.execute<{ verb: string }>(
      sql`select verb from activity where customer_id = ${customerId} and actor_id = ${dana.person.userId}
        and verb <> 'signed_in' order by sequence`,
    ),
  );
  expect([...noted].map((row) => row.verb)).toEqual([
    'invitation_accepted',
    'customer_updated',
    'contacts_changed',
    'contacts_changed',
  ]);
});
