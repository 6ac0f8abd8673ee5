import { afterEach, expect, test } from 'vitest';
import { queueMails } from '@/db/commands/queue-mail';
import { withScope } from '@/db/scope';
import { sendMailsDue } from '@/jobs/mails';
import { type MailServer, mailServer } from '@/lib/integrations/smtp';
import { smtpSink } from '../../smtp-sink';
import { createWorld, owner, refusalOf } from '../../world';
import { mailRows, receipt } from './outbox';

type World = Awaited<ReturnType<typeof createWorld>>;

const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function sink(refuses: Parameters<typeof smtpSink>[0] = {}) {
  const at = await smtpSink(refuses);
  process.env.SMTP_URL = at.url;
  const server = mailServer();
  delete process.env.SMTP_URL;
  if (!server) throw new Error('no mail server');
  closing.push(() => server.close(), at.close);
  return { ...at, server };
}

const queue = (w: World, ...mails: Parameters<typeof receipt>[0][]) =>
  w.write((tx) => queueMails(tx, w.admin, mails.map(receipt)));
/** As if the time of every mail of the business had come. */
const hurry = (
  w: World,
) => owner`update mails set send_after = now(), claimed_at = claimed_at - interval '2 minutes'
  where org_id = ${w.org.id}`;
const send = (server: MailServer | null) => sendMailsDue(server);

test('a mail goes out once the transaction that queued it has committed, with words, figures and a fixed Message-ID', async () => {
  const [w, at] = [await createWorld({ name: 'Brightwater & Sons' }), await sink()];
  const [id] = await queue(w, { language: 'fr' });
  await send(at.server);
  const [row] = await mailRows(w.org.id);
  expect(row).toMatchObject({ id, state: 'sent', attempts: 1, subject: expect.stringContaining('Reçu') });
  const mine = at.mails.filter((mail) => mail.messageId === row?.message_id);
  expect(mine).toHaveLength(1);
  expect(mine[0]?.to).toEqual(['dana@example.com']);
  expect(mine[0]?.raw).toMatch(/^From: "?Brightwater & Sons"? </m);
  expect(mine[0]?.raw).toContain('multipart/alternative');
  expect(row?.html?.replaceAll(/\s/gu, ' ')).toContain('1 250,00 €');
  expect(row?.plain).toContain('INV-7');
});

test('what was rolled back is never sent', async () => {
  const [w, at] = [await createWorld(), await sink()];
  await w
    .write(async (tx) => {
      await queueMails(tx, w.admin, [receipt({})]);
      throw new Error('back');
    })
    .catch(() => {});
  await send(at.server);
  expect(at.mails).toEqual([]);
  expect(await mailRows(w.org.id)).toEqual([]);
});

test('a mail of the same key is queued once, whoever queues at the same time', async () => {
  const w = await createWorld();
  const ids = await Promise.all([1, 2, 3, 4].map(() => queue(w, { key: 'receipt:7' })));
  expect(ids.flat()).toHaveLength(1);
  expect(await mailRows(w.org.id)).toHaveLength(1);
});

test('of many workers at once, each mail is sent by one', async () => {
  const [w, at] = [await createWorld(), await sink()];
  await queue(w, ...Array.from({ length: 40 }, () => ({})));
  await Promise.all([1, 2, 3].map(() => send(at.server)));
  const rows = await mailRows(w.org.id);
  expect(rows.map((row) => [row.state, row.attempts])).toEqual(rows.map(() => ['sent', 1]));
  const mine = new Set(rows.map((row) => row.message_id));
  expect(at.mails.filter((mail) => mine.has(mail.messageId))).toHaveLength(40);
  expect(mine.size).toBe(40);
});

test('"not now" is tried again later under the same Message-ID, each time longer, until it is taken', async () => {
  let busy = 2;
  const [w, at] = [await createWorld(), await sink({ message: () => (busy-- > 0 ? 451 : null) })];
  await queue(w, {});
  await send(at.server);
  const [after] = await mailRows(w.org.id);
  expect(after).toMatchObject({ state: 'queued', attempts: 1, problem: expect.stringContaining('Not now') });
  expect(after?.wait).toBeGreaterThan(50);
  await send(at.server);
  expect((await mailRows(w.org.id))[0]?.attempts).toBe(1);
  await hurry(w);
  await send(at.server);
  expect((await mailRows(w.org.id))[0]?.wait).toBeGreaterThan(110);
  await hurry(w);
  await send(at.server);
  expect(await mailRows(w.org.id)).toMatchObject([{ state: 'sent', attempts: 3, problem: null }]);
  const outcomes =
    await owner`select outcome from mail_attempts where org_id = ${w.org.id} order by at, attempt`;
  expect(outcomes.map((row) => row.outcome)).toEqual(['deferred', 'deferred', 'sent']);
});

test('an address that the server does not know bounces, and gets nothing more by itself', async () => {
  const [w, at] = [await createWorld(), await sink({ recipient: (to) => (/^gone/i.test(to) ? 550 : null) })];
  await queue(w, { address: 'Gone@example.com' });
  await send(at.server);
  expect(await mailRows(w.org.id)).toMatchObject([{ state: 'bounced', attempts: 1 }]);
  await queue(w, { address: 'gone@Example.com' });
  await queue(w, {});
  await send(at.server);
  expect((await mailRows(w.org.id)).map((row) => row.state)).toEqual(['bounced', 'cancelled', 'sent']);
});

test('a mail that the server will not have is given up, and the address stays good', async () => {
  const [w, at] = [await createWorld(), await sink({ message: () => 554 })];
  await queue(w, {});
  await send(at.server);
  expect(await mailRows(w.org.id)).toMatchObject([{ state: 'failed', attempts: 1 }]);
  expect(await owner`select 1 from address_blocks where org_id = ${w.org.id}`).toHaveLength(0);
});

test('a server that cannot be reached is tried for a day and then no more', async () => {
  const w = await createWorld();
  process.env.SMTP_URL = 'smtp://127.0.0.1:1';
  const server = mailServer();
  delete process.env.SMTP_URL;
  await queue(w, {});
  for (let at = 1; at <= 12; at += 1) {
    await send(server);
    await hurry(w);
  }
  expect(await mailRows(w.org.id)).toMatchObject([{ state: 'failed', attempts: 12 }]);
  server?.close();
});

test('a mail whose worker was lost is sent again, which is noted', async () => {
  const [w, at] = [await createWorld(), await sink()];
  await queue(w, {});
  await owner`update mails set state = 'sending', attempts = 1, claimed_at = now() where org_id = ${w.org.id}`;
  await send(at.server);
  expect(at.mails).toEqual([]);
  await hurry(w);
  await send(at.server);
  expect(await mailRows(w.org.id)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  const outcomes = await owner`select outcome from mail_attempts where org_id = ${w.org.id} order by attempt`;
  expect(outcomes.map((row) => row.outcome)).toEqual(['unknown', 'sent']);
});

test('without a mail server, and in sample books, mails are kept to be read', async () => {
  const [w, sample, at] = [await createWorld(), await createWorld({ isSample: true }), await sink()];
  await queue(w, {});
  await queue(sample, {});
  await send(null);
  await queue(sample, {});
  await send(at.server);
  expect(at.mails).toEqual([]);
  for (const org of [w.org.id, sample.org.id])
    for (const row of await mailRows(org)) {
      expect(row.state).toBe('kept');
      expect(row.html).toContain('INV-7');
    }
});

test('a link that lets somebody in goes to the mail server, and into no log', async () => {
  const [w, at] = [await createWorld(), await sink()];
  const secret = 'S'.repeat(43);
  const invitation = { kind: 'invitation', by: 'Ada', role: 'manager', owed: [] } as const;
  await queue(w, { params: invitation, secret });
  await expect(w.read((tx) => tx.execute('select secret from mails'))).rejects.toThrow();
  await send(at.server);
  expect(at.mails.at(-1)?.raw.replace(/=\r?\n/g, '')).toContain(secret);
  const [row] = await owner`select html, plain, secret from mails where org_id = ${w.org.id}`;
  expect(row?.secret).toBeNull();
  expect(JSON.stringify(row)).not.toContain(secret);
});

test('nothing that somebody typed begins another header or address', async () => {
  const [w, at] = [await createWorld({ name: 'Evil\r\nBcc: all@example.com' }), await sink()];
  await queue(w, { name: 'Dana\r\nBcc: x@example.com, <y@example.com>' });
  await send(at.server);
  const [mail] = at.mails;
  expect(mail?.to).toEqual(['dana@example.com']);
  expect(mail?.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
  for (const address of [
    'a@b.com\r\nBcc: c@d.com',
    'a@b.com, c@d.com',
    'a b@c.com',
    '<a@b.com>',
    'a\0@b.com',
    'plain',
  ])
    expect(await refusalOf(queue(w, { address }))).toBe('invalid');
});

test('another business sees nothing of it, and an unknown one cannot be mailed for', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  await queue(w, {});
  const seen = await withScope(other.admin, 'read', (tx) => tx.execute('select id from mails'));
  expect([...seen]).toEqual([]);
});

test('a link to a new password is kept in no log, also without a mail server: it may open other businesses', async () => {
  const w = await createWorld();
  const secret = 'P'.repeat(43);
  await queue(w, { params: { kind: 'password_reset' }, secret });
  await send(null);
  const [row] = await owner`select state, html, plain, secret from mails where org_id = ${w.org.id}`;
  expect(row).toMatchObject({ state: 'kept', secret: null });
  expect(JSON.stringify(row)).not.toContain(secret);
});
