import { afterEach, beforeEach, expect, test } from 'vitest';
import { askForNewEmail, confirmNewEmail, newEmailOf } from '@/app/_auth/new-email';
import { register } from '@/app/_auth/register';
import { queueReset, resetOf } from '@/app/_auth/reset';
import { signInWithPassword } from '@/app/_auth/sign-in';
import { owner } from '../../world';
import { answerOf, newAdmin, newDevice, newEmail, PASSWORD, sessionOf } from './people';

// The outbox is looked at, nothing is sent: no worker runs here.
beforeEach(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1';
});
afterEach(() => {
  delete process.env.SMTP_URL;
});

type Admin = Awaited<ReturnType<typeof newAdmin>>;

/** Asks from a fresh browser; answers its session and the link's token as the mail carries it. */
async function ask(ada: Admin, email: string, current = PASSWORD) {
  const sessionId = await ada.signIn();
  const session = await sessionOf(sessionId);
  if (!session) throw new Error('not signed in');
  const how = { device: ada.device, language: 'en' } as const;
  await askForNewEmail(session, { email, current, code: '' }, how);
  return { sessionId, token: await lastToken(ada.orgId) };
}

async function lastToken(org: string): Promise<string> {
  const [row] = await owner<{ secret: string }[]>`select secret from mails
    where org_id = ${org} and params->>'kind' = 'email_change' order by created_at desc, id desc limit 1`;
  return row?.secret ?? '';
}

const signInAs = (ada: Admin, email: string) =>
  answerOf(signInWithPassword({ email, password: PASSWORD }, ada.device));

test('a link to the new address changes it, tells the old one, and leaves the browser that asked alone', async () => {
  const [ada, to] = [await newAdmin(), newEmail()];
  const elsewhere = await ada.signIn();
  await queueReset(ada.email, 'en');
  const [reset] = await owner<{ secret: string }[]>`select secret from mails
    where org_id = ${ada.orgId} and params->>'kind' = 'password_reset'`;
  const { sessionId, token } = await ask(ada, to);

  // Until the link is used nothing is different.
  expect(await signInAs(ada, to)).toMatchObject({ code: 'invalid' });
  expect(await newEmailOf(token)).toMatchObject({ from: ada.email, to });
  expect(await confirmNewEmail(token, 'de')).toEqual({ email: to });

  expect(await signInAs(ada, ada.email)).toMatchObject({ code: 'invalid' });
  expect(await signInAs(ada, to)).toBe('done');
  expect(await sessionOf(elsewhere)).toBeNull();
  expect(await sessionOf(sessionId)).toMatchObject({ email: to });
  expect(await resetOf(reset?.secret ?? '')).toBeNull();
  const mails = await owner`select to_address, params->>'kind' as kind, language from mails
    where org_id = ${ada.orgId} and params->>'kind' <> 'password_reset' order by created_at, id`;
  expect([...mails]).toEqual([
    { to_address: to, kind: 'email_change', language: 'en' },
    { to_address: ada.email, kind: 'account_changed', language: 'de' },
  ]);
  const deeds = await owner`select verb, before, after from activity
    where org_id = ${ada.orgId} and verb like 'user_email_%' order by sequence`;
  expect([...deeds]).toEqual([
    { verb: 'user_email_asked', before: null, after: { email: to } },
    { verb: 'user_email_changed', before: { email: ada.email }, after: { email: to } },
  ]);
});

test('it takes the password, an address that mail can go to, and another one than now', async () => {
  const ada = await newAdmin();
  expect(await answerOf(ask(ada, newEmail(), 'not the password'))).toMatchObject({
    code: 'invalid',
    field: 'current',
  });
  expect(await answerOf(ask(ada, 'a@b.com\r\nBcc: c@d.com'))).toMatchObject({
    code: 'invalid',
    field: 'email',
  });
  expect(await answerOf(ask(ada, ada.email.toUpperCase()))).toMatchObject({
    code: 'invalid',
    field: 'email',
  });
  delete process.env.SMTP_URL;
  expect(await answerOf(ask(ada, newEmail()))).toMatchObject({ code: 'invalid' });
  expect((await owner`select 1 from email_changes where user_id = ${ada.userId}`).length).toBe(0);
});

test('of 20 who use one link at the same moment one succeeds, and none after that', async () => {
  const ada = await newAdmin();
  const { token } = await ask(ada, newEmail());
  const answers = await Promise.all(Array.from({ length: 20 }, () => answerOf(confirmNewEmail(token, 'en'))));
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  for (const answer of answers.filter((each) => each !== 'done'))
    expect(answer).toMatchObject({ code: 'not_found' });
  expect(await answerOf(confirmNewEmail(token, 'en'))).toMatchObject({ code: 'not_found' });
});

test('a link is over after 30 minutes, and with the next that is asked for', async () => {
  const ada = await newAdmin();
  const { token } = await ask(ada, newEmail());
  const { token: next } = await ask(ada, newEmail());
  expect(await newEmailOf(token)).toBeNull();
  expect(await newEmailOf(next)).not.toBeNull();
  await owner`update email_changes set expires_at = now() - interval '1 second' where user_id = ${ada.userId}`;
  expect(await answerOf(confirmNewEmail(next, 'en'))).toMatchObject({ code: 'not_found' });
  expect(await signInAs(ada, ada.email)).toBe('done');
});

test('an address that has a login is asked for like any other, and refused to whoever reads its mail; of two at once one gets it', async () => {
  const [ada, ben, to] = [await newAdmin(), await newAdmin(), newEmail()];
  const { token } = await ask(ada, ben.email.toUpperCase());
  expect(await answerOf(confirmNewEmail(token, 'en'))).toMatchObject({ code: 'duplicate' });
  expect(await signInAs(ada, ada.email)).toBe('done');
  const links = [(await ask(ada, to)).token, (await ask(ben, to)).token];
  const answers = await Promise.all(links.map((link) => answerOf(confirmNewEmail(link, 'en'))));
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  expect(answers.find((answer) => answer !== 'done')).toMatchObject({ code: 'duplicate' });
});

test('an address that somebody registers at the same moment has one login, and whoever comes second is told', async () => {
  for (let n = 0; n < 4; n += 1) {
    const [ada, email] = [await newAdmin(), newEmail()];
    const { token } = await ask(ada, email);
    const who = { name: 'Ben', email, password: PASSWORD, business: 'Ben', currency: 'USD', timeZone: 'UTC' };
    const answers = await Promise.all([
      answerOf(confirmNewEmail(token, 'en')),
      answerOf(register(who, newDevice())),
    ]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
    expect(answers.find((answer) => answer !== 'done')).toMatchObject({ code: 'duplicate' });
  }
});

test('only the hash of a link is kept, its mail loses it, and another organization’s mail is not touched', async () => {
  const [ada, ben] = [await newAdmin(), await newAdmin()];
  const { token } = await ask(ada, newEmail());
  const rows = await owner`select * from email_changes where user_id = ${ada.userId}`;
  expect(JSON.stringify(rows)).not.toContain(token);
  expect((await owner`select 1 from mails where org_id = ${ben.orgId}`).length).toBe(0);
  expect(await newEmailOf('x'.repeat(43))).toBeNull();
});
