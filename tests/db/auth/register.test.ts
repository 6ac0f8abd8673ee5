import { expect, test } from 'vitest';
import { register } from '@/app/_auth/register';
import { countRegistration } from '@/app/_auth/sign-in';
import { owner } from '../../world';
import { answerOf, newAdmin, newDevice, newEmail, PASSWORD, sessionOf } from './people';

const business = {
  name: 'Ada',
  password: PASSWORD,
  business: 'Test Traders',
  currency: 'KES',
  timeZone: 'UTC',
};

test('who registers a business can sign in and is its administrator', async () => {
  const ada = await newAdmin();
  expect(ada.actor).toMatchObject({ kind: 'staff', role: 'admin', userId: ada.userId, name: 'Ada Admin' });
  expect(ada.actor.org).toMatchObject({
    id: ada.orgId,
    name: 'Test Traders',
    currency: 'USD',
    isSample: false,
  });
});

test('registering and signing in are written into the chain of the new organization', async () => {
  const ada = await newAdmin();
  const rows =
    await owner`select verb, actor_id, sequence from activity where org_id = ${ada.orgId} order by sequence`;
  expect(rows.map((row) => row.verb)).toEqual(['organization_registered', 'signed_in']);
  expect(rows.every((row) => row.actor_id === ada.userId)).toBe(true);
});

test('the password is stored as argon2id with 19 MiB and two passes, and nothing else', async () => {
  const ada = await newAdmin();
  const [user] = await owner`select password_hash from users where id = ${ada.userId}`;
  expect(user?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('an e-mail address has one login, in whatever case it is typed', async () => {
  const ada = await newAdmin();
  const again = register({ ...business, email: ada.email.toUpperCase() }, newDevice());
  expect(await answerOf(again)).toMatchObject({ code: 'duplicate', field: 'email' });
});

test('of many registrations of one address at once one succeeds, and no half business is left', async () => {
  const email = newEmail();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => answerOf(register({ ...business, email }, newDevice()))),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  const [count] = await owner`select count(*)::int as n from memberships m join users u on u.id = m.user_id
    where u.email = ${email}`;
  expect(count?.n).toBe(1);
});

test('one address cannot register without end, and others still can', async () => {
  const device = newDevice();
  for (let i = 0; i < 100; i++) await countRegistration(device);
  expect(await answerOf(register({ ...business, email: newEmail() }, device))).toEqual({ code: 'too_many' });
  expect(await answerOf(register({ ...business, email: newEmail() }, newDevice()))).toBe('done');
});

test('a session that was never opened opens nothing', async () => {
  expect(await sessionOf('00000000-0000-7000-8000-000000000000')).toBeNull();
});
