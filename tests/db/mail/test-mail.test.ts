import { afterEach, expect, test } from 'vitest';
import { sendTestMail } from '@/db/commands/send-test-mail';
import { testMail } from '@/db/queries/test-mail';
import { sendMailsDue } from '@/jobs/mails';
import { mailServer } from '@/lib/integrations/smtp';
import { smtpSink } from '../../smtp-sink';
import { createWorld, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serverThat(refuses: Parameters<typeof smtpSink>[0] = {}) {
  const at = await smtpSink(refuses);
  process.env.SMTP_URL = at.url;
  const server = mailServer();
  delete process.env.SMTP_URL;
  closing.push(() => server?.close(), at.close);
  return { server, mails: at.mails };
}

const ADDRESS = 'ada@example.com';
const send = (w: World, actor = w.admin) =>
  w.write((tx) => sendTestMail(tx, actor, { to: { name: 'Ada', address: ADDRESS, language: 'en' } }));
const found = (w: World, userId = w.admin.userId ?? '') => w.read((tx) => testMail(tx, userId));

test('a test goes to the person that asks, and says that the mail server took it, with its words', async () => {
  const [w, { server, mails }] = [await createWorld(), await serverThat()];
  expect(await found(w)).toBeNull();
  const { mailId } = await send(w);
  expect(await found(w)).toMatchObject({
    id: mailId,
    state: 'queued',
    attempts: 0,
    said: null,
    isLeftLying: false,
  });
  await sendMailsDue(server);
  expect(await found(w)).toMatchObject({
    state: 'sent',
    toAddress: ADDRESS,
    said: expect.stringMatching(/^250 /),
  });
  const mine = mails.filter(({ raw }) => raw.includes(`A test mail from ${w.org.name}`));
  expect(mine.map(({ to }) => to)).toEqual([[ADDRESS]]);
  const deeds =
    await owner`select verb, after from activity where org_id = ${w.org.id} and verb like 'mail_%'`;
  expect([...deeds]).toEqual([{ verb: 'mail_queued', after: { kind: 'test', to: ADDRESS } }]);
});

test('what the mail server says against it is told: not yet with when it goes again, or no', async () => {
  const w = await createWorld();
  await send(w);
  await sendMailsDue((await serverThat({ recipient: () => 451 })).server);
  const later = await found(w);
  expect(later).toMatchObject({
    state: 'queued',
    attempts: 1,
    said: expect.stringContaining('451'),
    isLeftLying: false,
  });
  expect(later?.sendAfter.getTime()).toBeGreaterThan(Date.now());
  await send(w);
  await sendMailsDue((await serverThat({ recipient: () => 550 })).server);
  expect(await found(w)).toMatchObject({ state: 'bounced', said: expect.stringContaining('550') });
  // The address is not used any more, and the next test says so.
  await send(w);
  await sendMailsDue((await serverThat()).server);
  expect(await found(w)).toMatchObject({ state: 'cancelled', said: expect.stringContaining('came back') });
});

test('without a mail server it is kept, and one that nobody takes up is seen to lie', async () => {
  const w = await createWorld();
  const { mailId } = await send(w);
  await owner`update mails set send_after = now() - interval '20 seconds' where id = ${mailId}`;
  expect(await found(w)).toMatchObject({ isLeftLying: true });
  await sendMailsDue(null);
  expect(await found(w)).toMatchObject({ state: 'kept', isLeftLying: false });
});

test('nobody else sees it: not a colleague, not another organization; and only a person may ask', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  await send(w);
  expect(await found(w, w.customerId)).toBeNull();
  expect(await found(other, w.admin.userId ?? '')).toBeNull();
  expect(await refusalOf(send(w, { ...w.admin, userId: null }))).toBe('invalid');
});
