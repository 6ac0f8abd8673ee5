import { expect, test } from 'vitest';
import { changeOwnPassword } from '@/app/_auth/change-password';
import { confirmNewEmail, newEmailOf } from '@/app/_auth/new-email';
import { chooseByReset, queueReset, resetOf } from '@/app/_auth/reset';
import { signInWithPassword } from '@/app/_auth/sign-in';
import { queueSignInLink, signInLinkOf } from '@/app/_auth/sign-in-link';
import { askEmailChange } from '@/db/commands/ask-email-change';
import { withScope } from '@/db/scope';
import { owner } from '../../world';
import { answerOf, newAdmin, newEmail, sessionOf } from './people';

const NEW = 'quite another harbour';

/** Somebody who asked for a link: the person, and the token as the mail carries it. */
async function asked() {
  const ada = await newAdmin();
  await queueReset(ada.email.toUpperCase(), 'de');
  return { ada, token: await lastToken(ada.orgId) };
}

const lastToken = (org: string) => secretOf(org, 'password_reset');

async function secretOf(org: string, kind: string): Promise<string> {
  const [row] = await owner<{ secret: string }[]>`select secret from mails
    where org_id = ${org} and params->>'kind' = ${kind} order by created_at desc limit 1`;
  return row?.secret ?? '';
}

const choose = (token: string, password = NEW) => chooseByReset({ token, password }, 'en');

test('a link by mail gives a new password, ends every session, and is told of', async () => {
  const { ada, token } = await asked();
  const before = await ada.signIn();
  expect(await resetOf(token)).toEqual({ email: ada.email });
  expect(await choose(token)).toEqual({ email: ada.email });
  expect(await sessionOf(before)).toBeNull();
  expect(await answerOf(ada.signIn())).toMatchObject({ code: 'invalid' });
  const again = { email: ada.email, password: NEW };
  expect(await answerOf(signInWithPassword(again, ada.device))).toBe('done');
  const kinds =
    await owner`select params->>'kind' as kind from mails where org_id = ${ada.orgId} order by created_at`;
  expect(kinds.map((row) => row.kind)).toEqual(['password_reset', 'account_changed']);
  const verbs = await owner`select verb from activity where org_id = ${ada.orgId} order by sequence`;
  expect(verbs.map((row) => row.verb)).toEqual(
    expect.arrayContaining(['password_reset_asked', 'password_changed']),
  );
});

test('of 20 who use one link at the same moment, one succeeds', async () => {
  const { token } = await asked();
  const answers = await Promise.all(Array.from({ length: 20 }, () => answerOf(choose(token))));
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  for (const answer of answers.filter((each) => each !== 'done'))
    expect(answer).toMatchObject({ code: 'not_found' });
});

test('a link runs out after 30 minutes, and with the next password that is chosen', async () => {
  const { ada, token } = await asked();
  await queueReset(ada.email, 'en');
  const second = await lastToken(ada.orgId);
  await choose(second);
  expect(await resetOf(token)).toBeNull();
  expect(await answerOf(choose(token))).toMatchObject({ code: 'not_found' });
  await queueReset(ada.email, 'en');
  const third = await lastToken(ada.orgId);
  await owner`update password_resets set expires_at = now() - interval '1 second' where user_id = ${ada.userId}`;
  expect(await resetOf(third)).toBeNull();
});

test('a new password ends the links to another address and into the application that were asked for before', async () => {
  const { ada, token } = await asked();
  const session = await sessionOf(await ada.signIn());
  if (!session) throw new Error('not signed in');
  const { actor, id: sessionId } = session;
  const wanted = { email: newEmail(), from: ada.email, sessionId, language: 'en' } as const;
  const askAll = async () => {
    await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) => askEmailChange(tx, actor, wanted));
    await queueSignInLink(ada.email, 'en');
    return {
      address: await secretOf(ada.orgId, 'email_change'),
      entry: await secretOf(ada.orgId, 'sign_in_link'),
    };
  };
  const open = async (links: Awaited<ReturnType<typeof askAll>>) => [
    (await newEmailOf(links.address)) !== null,
    (await signInLinkOf(links.entry)) !== null,
  ];

  const first = await askAll();
  expect(await open(first)).toEqual([true, true]);
  await choose(token);
  expect(await open(first)).toEqual([false, false]);
  expect(await answerOf(confirmNewEmail(first.address, 'en'))).toMatchObject({ code: 'not_found' });

  const second = await askAll();
  expect(await open(second)).toEqual([true, true]);
  const change = { current: NEW, password: 'a third harbour wall' };
  await changeOwnPassword(session, change, { device: ada.device, language: 'en' });
  expect(await open(second)).toEqual([false, false]);
});

test('who is unknown, disabled or left gets no link', async () => {
  const [ada, max] = [await newAdmin(), await newAdmin()];
  await owner`update users set disabled_at = now() where id = ${ada.userId}`;
  await owner`update memberships set revoked_at = now() where user_id = ${max.userId}`;
  for (const email of [newEmail(), ada.email, max.email]) await queueReset(email, 'en');
  for (const org of [ada.orgId, max.orgId])
    expect(await owner`select 1 from mails where org_id = ${org}`).toHaveLength(0);
});

test('only the hash of a link is stored beside the mail that carries it', async () => {
  const { ada, token } = await asked();
  const rows = await owner`select * from password_resets where user_id = ${ada.userId}`;
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
  const activity = await owner`select * from activity where org_id = ${ada.orgId}`;
  expect(JSON.stringify(activity)).not.toContain(token);
});
