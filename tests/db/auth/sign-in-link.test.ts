import { expect, test } from 'vitest';
import { CodeAsked } from '@/app/_auth/sign-in';
import { queueSignInLink, signInLinkOf, signInWithLink } from '@/app/_auth/sign-in-link';
import { owner } from '../../world';
import { answerOf, newAdmin, newEmail, sessionOf } from './people';

type Admin = Awaited<ReturnType<typeof newAdmin>>;

async function linkOf(ada: Admin): Promise<string> {
  await queueSignInLink(ada.email.toUpperCase(), 'en');
  const [row] = await owner<{ secret: string }[]>`select secret from mails where org_id = ${ada.orgId}
    and params->>'kind' = 'sign_in_link' order by created_at desc, id desc limit 1`;
  return row?.secret ?? '';
}

test('a link by mail signs its reader in, once, and both are noted', async () => {
  const ada = await newAdmin();
  const token = await linkOf(ada);
  expect(await signInLinkOf(token)).toEqual({ email: ada.email });
  const { sessionId, userId } = await signInWithLink(token, ada.device);
  expect(userId).toBe(ada.userId);
  expect(await sessionOf(sessionId)).toMatchObject({ email: ada.email });
  expect(await signInLinkOf(token)).toBeNull();
  expect(await answerOf(signInWithLink(token, ada.device))).toMatchObject({ code: 'not_found' });
  const verbs =
    await owner`select verb from activity where org_id = ${ada.orgId} order by sequence desc limit 2`;
  expect(verbs.map(({ verb }) => verb)).toEqual(['signed_in', 'sign_in_link_asked']);
  expect(
    JSON.stringify(await owner`select * from sign_in_links where user_id = ${ada.userId}`),
  ).not.toContain(token);
});

test('of 20 who use one link at the same moment one is let in', async () => {
  const ada = await newAdmin();
  const token = await linkOf(ada);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => answerOf(signInWithLink(token, ada.device))),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
});

test('it runs out after 15 minutes, and opens nothing of somebody who is disabled', async () => {
  const ada = await newAdmin();
  const [late, next] = [await linkOf(ada), await linkOf(ada)];
  const [row] = await owner<
    { minutes: number }[]
  >`select extract(epoch from max(expires_at) - now())::float8 / 60
    as minutes from sign_in_links where user_id = ${ada.userId}`;
  expect(row?.minutes).toBeGreaterThan(14);
  expect(row?.minutes).toBeLessThanOrEqual(15);
  await owner`update users set disabled_at = now() where id = ${ada.userId}`;
  expect(await answerOf(signInWithLink(next, ada.device))).toMatchObject({ code: 'not_found' });
  await owner`update users set disabled_at = null where id = ${ada.userId}`;
  await owner`update sign_in_links set expires_at = now() where user_id = ${ada.userId}`;
  expect(await answerOf(signInWithLink(late, ada.device))).toMatchObject({ code: 'not_found' });
});

test('whoever has a second factor is asked for a code all the same; who is unknown gets nothing', async () => {
  const ada = await newAdmin();
  await owner`update users set totp_secret = 'sealed', totp_since = now(), totp_step = 0 where id = ${ada.userId}`;
  const token = await linkOf(ada);
  await expect(signInWithLink(token, ada.device)).rejects.toBeInstanceOf(CodeAsked);
  const nobody = newEmail();
  await queueSignInLink(nobody, 'en');
  expect((await owner`select 1 from mails where to_address = ${nobody}`).length).toBe(0);
});
