import { expect, test } from 'vitest';
import { invitationOf, joinAnew } from '@/app/_auth/invitation';
import { signInWithPassword } from '@/app/_auth/sign-in';
import { changeRole } from '@/db/commands/change-role';
import { disablePerson } from '@/db/commands/disable-person';
import { enablePerson } from '@/db/commands/enable-person';
import { endSessionOf } from '@/db/commands/end-session-of';
import { inviteUser } from '@/db/commands/invite-user';
import { renewInvitation } from '@/db/commands/renew-invitation';
import { withdrawInvitation } from '@/db/commands/withdraw-invitation';
import { pendingInvitations, peoplePage, personById, sessionsOf } from '@/db/queries/people';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { owner } from '../../world';
import { answerOf, newAdmin, newDevice, newEmail, PASSWORD, sessionOf } from './people';

/** A business with its first administrator and somebody else who joined. */
async function business(role: 'admin' | 'manager' = 'manager') {
  const ada = await newAdmin();
  const write = <T>(work: (tx: Tx) => Promise<T>, actor: StaffActor = ada.actor) =>
    withScope(actor, 'write', work);
  const read = <T>(work: (tx: Tx) => Promise<T>) => withScope(ada.actor, 'read', work);
  const email = newEmail();
  const { token } = await write((tx) => inviteUser(tx, ada.actor, { email, name: 'Max Manager', role }));
  await joinAnew({ token, name: 'Max Manager', password: PASSWORD });
  const { people } = await read((tx) => peoplePage(tx, { side: 'staff', q: '', after: null }));
  const idOf = (name: string) => people.find((person) => person.name === name)?.membershipId ?? '';
  const signIn = async () => (await signInWithPassword({ email, password: PASSWORD }, newDevice())).sessionId;
  return { ada, email, write, read, adaId: idOf('Ada Admin'), maxId: idOf('Max Manager'), signIn };
}

const verbs = async (orgId: string) =>
  (await owner<{ verb: string }[]>`select verb from activity where org_id = ${orgId} order by sequence`).map(
    (row) => row.verb,
  );

/** What a person was mailed about changes of their login. */
const told = async (email: string) =>
  (
    await owner<{ changes: string[] }[]>`select params->'changes' as changes from mails
      where to_address = ${email} and params->>'kind' = 'account_changed' order by created_at`
  ).flatMap((row) => row.changes);

test('a role changes from the next request on, and is noted with what it was', async () => {
  const { ada, email, write, maxId, signIn } = await business();
  const session = await signIn();
  const change = (role: 'admin' | 'manager') =>
    write((tx) => changeRole(tx, ada.actor, { membershipId: maxId, role }));
  expect(await change('admin')).toEqual({ name: 'Max Manager', changed: true });
  expect((await sessionOf(session))?.actor.role).toBe('admin');
  expect(await change('admin')).toEqual({ name: 'Max Manager', changed: false });
  const [row] =
    await owner`select before, after from activity where org_id = ${ada.orgId} and verb = 'role_changed'`;
  expect(row).toMatchObject({ before: { role: 'manager' }, after: { role: 'admin' } });
  expect((await verbs(ada.orgId)).filter((verb) => verb === 'role_changed')).toHaveLength(1);
  expect(await told(email)).toEqual(['role']);
});

test('whoever is disabled is signed out at once and stays out, until enabled', async () => {
  const { ada, email, write, read, maxId, signIn } = await business();
  const session = await signIn();
  const disable = () => answerOf(write((tx) => disablePerson(tx, ada.actor, { membershipId: maxId })));
  expect(await disable()).toBe('done');
  expect(await sessionOf(session)).toBeNull();
  expect(await disable()).toMatchObject({ code: 'already_ended' });
  const again = () => answerOf(signInWithPassword({ email, password: PASSWORD }, newDevice()));
  expect(await again()).toMatchObject({ code: 'invalid' });
  expect(await read((tx) => personById(tx, maxId))).toMatchObject({ disabledAt: expect.any(Date) as Date });
  const enable = () => answerOf(write((tx) => enablePerson(tx, ada.actor, { membershipId: maxId })));
  expect(await enable()).toBe('done');
  expect(await enable()).toMatchObject({ code: 'not_paused' });
  expect(await again()).toBe('done');
  expect(await told(email)).toEqual(['access', 'access']);
  expect(await sessionOf(session)).toBeNull();
});

test('the last administrator can be neither demoted nor disabled, and nobody disables himself', async () => {
  const { ada, write, adaId, maxId } = await business();
  const demote = write((tx) => changeRole(tx, ada.actor, { membershipId: adaId, role: 'manager' }));
  expect(await answerOf(demote)).toMatchObject({ code: 'last_admin' });
  const disable = () => answerOf(write((tx) => disablePerson(tx, ada.actor, { membershipId: adaId })));
  expect(await disable()).toMatchObject({ code: 'last_admin' });
  await write((tx) => changeRole(tx, ada.actor, { membershipId: maxId, role: 'admin' }));
  expect(await disable()).toMatchObject({ code: 'invalid' });
  await owner`update users set disabled_at = now() where id = (select user_id from memberships where id = ${maxId})`;
  expect(await disable()).toMatchObject({ code: 'last_admin' });
});

test('of two administrators who demote each other at the same moment one remains', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { ada, write, adaId, maxId } = await business('admin');
    const demote = (membershipId: string) =>
      answerOf(write((tx) => changeRole(tx, ada.actor, { membershipId, role: 'manager' })));
    const answers = await Promise.all([demote(adaId), demote(maxId)]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(answers).toContainEqual(expect.objectContaining({ code: 'last_admin' }));
  }
});

test('a session of somebody ends by itself, and only once', async () => {
  const { ada, write, read, maxId, signIn } = await business();
  const [one, two] = [await signIn(), await signIn()];
  expect((await read((tx) => sessionsOf(tx, maxId))).map(({ id }) => id).toSorted()).toEqual(
    [one, two].toSorted(),
  );
  const end = () => answerOf(write((tx) => endSessionOf(tx, ada.actor, { sessionId: one })));
  expect(await end()).toBe('done');
  expect(await end()).toMatchObject({ code: 'not_found' });
  expect(await sessionOf(one)).toBeNull();
  expect(await sessionOf(two)).not.toBeNull();
});

test('an invitation can be made anew and withdrawn; the links before open nothing', async () => {
  const { ada, write, read } = await business();
  const email = newEmail();
  const invite = () => inviteUserAs(ada.actor, email);
  const { token: first } = await invite();
  const [pending] = await read((tx) => pendingInvitations(tx, null));
  expect(pending).toMatchObject({ email, isLate: false, role: 'manager' });
  const invitationId = pending?.id ?? '';
  const { token: second } = await write((tx) => renewInvitation(tx, ada.actor, { invitationId }));
  expect(await invitationOf(first)).toBeNull();
  expect(await invitationOf(second)).toMatchObject({ email });
  const withdraw = () => answerOf(write((tx) => withdrawInvitation(tx, ada.actor, { invitationId })));
  expect(await withdraw()).toBe('done');
  expect(await withdraw()).toMatchObject({ code: 'not_found' });
  expect(await invitationOf(second)).toBeNull();
  expect(await read((tx) => pendingInvitations(tx, null))).toEqual([]);
});

test('who signs in already is not invited again', async () => {
  const { ada, email } = await business();
  expect(await answerOf(inviteUserAs(ada.actor, email.toUpperCase()))).toMatchObject({ code: 'duplicate' });
});

test('the people of another business are not there: neither to see nor to change', async () => {
  const [mine, other] = [await business(), await business()];
  const session = await other.signIn();
  const { actor } = mine.ada;
  const membershipId = other.maxId;
  const tries = [
    (tx: Tx) => changeRole(tx, actor, { membershipId, role: 'admin' }),
    (tx: Tx) => disablePerson(tx, actor, { membershipId }),
    (tx: Tx) => enablePerson(tx, actor, { membershipId }),
    (tx: Tx) => endSessionOf(tx, actor, { sessionId: session }),
  ];
  for (const attempt of tries)
    expect(await answerOf(mine.write((tx) => attempt(tx)))).toMatchObject({ code: 'not_found' });
  expect(await mine.read((tx) => personById(tx, membershipId))).toBeNull();
  expect(await mine.read((tx) => sessionsOf(tx, membershipId))).toEqual([]);
  const { people, total } = await mine.read((tx) => peoplePage(tx, { side: 'staff', q: '', after: null }));
  expect([people.length, total]).toEqual([2, 2]);
  expect(await sessionOf(session)).not.toBeNull();
});

test('customers’ people are found by name, address and customer, page after page', async () => {
  const { ada, read } = await business();
  await owner`insert into customers (id, org_id, name, currency) select gen_random_uuid(), ${ada.orgId}, 'Customer ' || n, 'USD'
    from generate_series(1, 60) n`;
  await owner`with u as (insert into users (id, email, name, password_hash)
      select gen_random_uuid(), gen_random_uuid() || '@example.com', 'Person ' || lpad(n::text, 3, '0'), 'x'
      from generate_series(1, 60) n returning id, name)
    insert into memberships (id, org_id, user_id, role, customer_id)
    select gen_random_uuid(), ${ada.orgId}, u.id, 'customer', c.id from u
    join customers c on c.org_id = ${ada.orgId} and c.name = 'Customer ' || (substring(u.name from 8))::int`;
  const page = (q: string, after: string | null) =>
    read((tx) => peoplePage(tx, { side: 'customer', q, after }));
  const first = await page('', null);
  expect([first.people.length, first.total, first.customerCount]).toEqual([50, 60, 60]);
  const second = await page('', first.nextAfter);
  expect([second.people.length, second.nextAfter]).toEqual([10, null]);
  const names = [...first.people, ...second.people].map((person) => person.name);
  expect(names).toEqual(names.toSorted());
  expect(new Set(names).size).toBe(60);
  expect((await page('customer 17', null)).people.map((person) => person.name)).toEqual(['Person 017']);
  expect((await page('PERSON 00', null)).total).toBe(9);
  expect((await page('100%', null)).total).toBe(0);
});

function inviteUserAs(actor: StaffActor, email: string) {
  return withScope(actor, 'write', (tx) => inviteUser(tx, actor, { email, name: 'Pia', role: 'manager' }));
}
