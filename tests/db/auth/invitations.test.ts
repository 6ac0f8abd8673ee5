import { expect, test } from 'vitest';
import { invitationLink, invitationOf, joinAnew, joinWithLogin } from '@/app/_auth/invitation';
import { signInWithPassword } from '@/app/_auth/sign-in';
import { createCustomer } from '@/db/commands/create-customer';
import { type InviteUser, inviteUser } from '@/db/commands/invite-user';
import { withScope } from '@/db/scope';
import { owner } from '../../world';
import { answerOf, newAdmin, newDevice, newEmail, PASSWORD, sessionOf } from './people';

async function invited(more: Partial<InviteUser> = {}) {
  const ada = await newAdmin();
  const email = newEmail();
  const input = { email, name: 'Max Manager', role: 'manager', ...more } as InviteUser;
  const { token } = await withScope(ada.actor, 'write', (tx) => inviteUser(tx, ada.actor, input));
  const join = () => joinAnew({ token, name: 'Max Manager', password: PASSWORD });
  return { ada, email: input.email, token, join };
}

test('an invitation lets somebody in with the role and in the organization it names', async () => {
  const { ada, email, token, join } = await invited();
  expect(await invitationOf(token)).toMatchObject({
    orgName: 'Test Traders',
    role: 'manager',
    hasLogin: false,
  });
  expect(await join()).toMatchObject({ email });
  const { sessionId } = await signInWithPassword({ email, password: PASSWORD }, newDevice());
  const session = await sessionOf(sessionId);
  expect(session?.actor).toMatchObject({
    kind: 'staff',
    role: 'manager',
    name: 'Max Manager',
    org: { id: ada.orgId },
  });
});

test('20 who accept one invitation at the same moment make one login', async () => {
  const { email, join } = await invited();
  const answers = await Promise.all(Array.from({ length: 20 }, () => answerOf(join())));
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  expect(await owner`select 1 from users where email = ${email}`).toHaveLength(1);
});

test('a used, an unknown and a late invitation open nothing and say the same', async () => {
  const [used, late] = [await invited(), await invited()];
  await used.join();
  await owner`update invitations set expires_at = now() where email = ${late.email}`;
  const no = await answerOf(used.join());
  expect(no).toMatchObject({ code: 'not_found' });
  expect(await answerOf(late.join())).toEqual(no);
  const unknown = { token: 'x'.repeat(43), name: 'Eve', password: PASSWORD };
  expect(await answerOf(joinAnew(unknown))).toEqual(no);
  for (const token of [used.token, late.token, 'x'.repeat(43)]) expect(await invitationOf(token)).toBeNull();
});

test('it lasts 7 days, and only the hash of its token is stored', async () => {
  const { email, token } = await invited();
  const [row] = await owner`select *, extract(epoch from expires_at - now())::int as seconds from invitations
    where email = ${email}`;
  expect(row?.seconds).toBeGreaterThan(7 * 86_400 - 60);
  expect(row?.seconds).toBeLessThanOrEqual(7 * 86_400);
  expect(JSON.stringify(row)).not.toContain(token);
  expect(token).toMatch(/^[\w-]{43}$/);
});

test('the link leads to the configured address', () => {
  expect(invitationLink('abc')).toMatch(/^https?:\/\/[^/]+\/invite\/abc$/);
});

test('who has a login already proves it and then belongs to both organizations', async () => {
  const bea = await newAdmin();
  const { ada, token, join } = await invited({ email: bea.email });
  expect(await invitationOf(token)).toMatchObject({ hasLogin: true });
  expect(await answerOf(join())).toMatchObject({ code: 'duplicate' });
  expect(await answerOf(joinWithLogin({ token, password: 'wrong' }, newDevice()))).toMatchObject({
    code: 'invalid',
  });
  expect(await answerOf(joinWithLogin({ token, password: PASSWORD }, newDevice()))).toBe('done');
  const roles =
    await owner`select org_id, role from memberships where user_id = ${bea.userId} order by created_at`;
  expect(roles).toEqual([
    { org_id: bea.orgId, role: 'admin' },
    { org_id: ada.orgId, role: 'manager' },
  ]);
});

test('a customer’s person is bound to that customer', async () => {
  const ada = await newAdmin();
  const { customerId } = await withScope(ada.actor, 'write', (tx) =>
    createCustomer(tx, ada.actor, { name: 'Acme' }),
  );
  const email = newEmail();
  const { token } = await withScope(ada.actor, 'write', (tx) =>
    inviteUser(tx, ada.actor, { email, name: 'Cora', role: 'customer', customerId }),
  );
  await joinAnew({ token, name: 'Cora', password: PASSWORD });
  const { sessionId } = await signInWithPassword({ email, password: PASSWORD }, newDevice());
  expect((await sessionOf(sessionId))?.actor).toMatchObject({
    kind: 'customer',
    role: 'customer',
    customerId,
  });
});

test('nobody is invited for a customer of another organization, and no manager invites', async () => {
  const [ada, bea] = [await newAdmin(), await newAdmin()];
  const { customerId } = await withScope(bea.actor, 'write', (tx) =>
    createCustomer(tx, bea.actor, { name: 'Acme' }),
  );
  const input = { email: newEmail(), name: 'Cora', role: 'customer', customerId } as const;
  const theft = withScope(ada.actor, 'write', (tx) => inviteUser(tx, ada.actor, input));
  expect(await answerOf(theft)).toMatchObject({ code: 'not_found' });
  const manager = { ...ada.actor, role: 'manager' } as const;
  const asManager = withScope(manager, 'write', (tx) =>
    inviteUser(tx, manager, { email: newEmail(), name: 'Max', role: 'admin' }),
  );
  await expect(asManager).rejects.toThrow();
});
