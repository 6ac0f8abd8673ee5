import { expect, test } from 'vitest';
import { changeOwnPassword } from '@/app/_auth/change-password';
import { sessionById } from '@/app/_auth/session-by-id';
import { signInWithPassword } from '@/app/_auth/sign-in';
import { endSession } from '@/db/commands/end-session';
import { ownSessions } from '@/db/queries/sessions';
import { withScope } from '@/db/scope';
import { owner } from '../../world';
import { answerOf, newAdmin, PASSWORD, sessionOf } from './people';

test('a session that was ended is over on the next request, and others stay', async () => {
  const ada = await newAdmin();
  const [mine, other] = [await ada.signIn(), await ada.signIn()];
  await withScope({ kind: 'auth', org: ada.actor.org }, 'write', (tx) => endSession(tx, ada.actor, mine));
  expect(await sessionOf(mine)).toBeNull();
  expect(await sessionOf(other)).not.toBeNull();
});

test('nobody can end the session of somebody else', async () => {
  const [ada, eve] = [await newAdmin(), await newAdmin()];
  const mine = await ada.signIn();
  const theft = withScope({ kind: 'auth', org: eve.actor.org }, 'write', (tx) =>
    endSession(tx, eve.actor, mine),
  );
  expect(await answerOf(theft)).toMatchObject({ code: 'not_found' });
  expect(await sessionOf(mine)).not.toBeNull();
});

test.each([
  ['8 hours without use', `seen_at = now() - interval '8 hours 1 second'`, false],
  ['less than 8 hours without use', `seen_at = now() - interval '7 hours 59 minutes'`, true],
  ['12 hours after it began', `expires_at = now() - interval '1 second'`, false],
  ['being revoked', `revoked_at = now()`, false],
])('after %s the session answers accordingly', async (_, change, isLive) => {
  const ada = await newAdmin();
  const mine = await ada.signIn();
  await owner.unsafe(`update sessions set ${change} where id = '${mine}'`);
  expect((await sessionOf(mine)) !== null).toBe(isLive);
});

test('a session begins with 12 hours before it', async () => {
  const ada = await newAdmin();
  const [row] = await owner`select extract(epoch from expires_at - created_at)::int as seconds from sessions
    where id = ${await ada.signIn()}`;
  expect(row?.seconds).toBe(12 * 60 * 60);
});

test('a disabled person, and one whose membership was revoked, are out on the next request', async () => {
  const [ada, bea] = [await newAdmin(), await newAdmin()];
  const [hers, theirs] = [await ada.signIn(), await bea.signIn()];
  await owner`update users set disabled_at = now() where id = ${ada.userId}`;
  await owner`update memberships set revoked_at = now() where user_id = ${bea.userId}`;
  expect(await sessionOf(hers)).toBeNull();
  expect(await sessionOf(theirs)).toBeNull();
});

test('a change of role holds on the next request', async () => {
  const ada = await newAdmin();
  const mine = await ada.signIn();
  await owner`update memberships set role = 'manager' where user_id = ${ada.userId}`;
  expect((await sessionOf(mine))?.actor.role).toBe('manager');
});

test('a new password ends every other session, keeps this one, and the old password no longer works', async () => {
  const ada = await newAdmin();
  const [mine, other] = [await ada.signIn(), await ada.signIn()];
  const session = await sessionOf(mine);
  if (!session) throw new Error('not signed in');
  const password = 'a different one entirely';
  const from = { device: ada.device, language: 'fr' } as const;
  expect(await answerOf(changeOwnPassword(session, { current: 'wrong one', password }, from))).toMatchObject({
    field: 'current',
  });
  expect(await sessionOf(other)).not.toBeNull();
  await changeOwnPassword(session, { current: PASSWORD, password }, from);
  expect(await sessionOf(mine)).not.toBeNull();
  expect(await sessionOf(other)).toBeNull();
  const told =
    await owner`select to_address, language, params->>'kind' as kind from mails where org_id = ${ada.orgId}`;
  expect([...told]).toEqual([{ to_address: ada.email, language: 'fr', kind: 'account_changed' }]);
  expect(await answerOf(ada.signIn())).toMatchObject({ code: 'invalid' });
  expect(await answerOf(signInWithPassword({ email: ada.email, password }, ada.device))).toBe('done');
});

test('the use of a session is noted once a minute, not at every request', async () => {
  const ada = await newAdmin();
  const mine = await ada.signIn();
  const seenAt = async () => (await owner`select seen_at::text from sessions where id = ${mine}`)[0]?.seen_at;
  const atFirst = await seenAt();
  await sessionById(mine);
  expect(await seenAt()).toBe(atFirst);
  await owner`update sessions set seen_at = now() - interval '61 seconds' where id = ${mine}`;
  const before = await seenAt();
  await sessionById(mine);
  expect(await seenAt()).not.toBe(before);
});

test('a cookie that names anything but a session opens nothing', async () => {
  for (const sid of [undefined, null, 7, '', 'x', "' or true --", {}])
    expect(await sessionById(sid)).toBeNull();
});

test('the list of one’s own sessions holds those in force, and no one else’s', async () => {
  const [ada, eve] = [await newAdmin(), await newAdmin()];
  const [mine, old] = [await ada.signIn(), await ada.signIn()];
  await eve.signIn();
  await owner`update sessions set revoked_at = now() where id = ${old}`;
  const list = await withScope({ kind: 'auth' }, 'read', (tx) => ownSessions(tx, ada.userId));
  expect(list.map((session) => session.id)).toContain(mine);
  expect(list.map((session) => session.id)).not.toContain(old);
  expect(list).toHaveLength(2);
});
