import { expect, test } from 'vitest';
import { cancelMails } from '@/db/commands/cancel-mails';
import { inviteUser } from '@/db/commands/invite-user';
import { queueMails } from '@/db/commands/queue-mail';
import { releaseAddress } from '@/db/commands/release-address';
import { reportMail } from '@/db/commands/report-mail';
import { resendMail } from '@/db/commands/resend-mail';
import { mailDetail } from '@/db/queries/mail-detail';
import { mailLog } from '@/db/queries/mail-log';
import { sendMailsDue } from '@/jobs/mails';
import { readMailFilters } from '@/lib/mail-filters';
import { createWorld, owner, refusalOf } from '../../world';
import { mailRows, receipt } from './outbox';

type World = Awaited<ReturnType<typeof createWorld>>;

const queue = (w: World, ...mails: Parameters<typeof receipt>[0][]) =>
  w.write((tx) => queueMails(tx, w.admin, mails.map(receipt)));
const log = (w: World, params: Record<string, string>) =>
  w.read((tx) => mailLog(tx, readMailFilters(params).filters));
const cancel = (w: World, mailIds: string[], by: World = w) =>
  by.write((tx) => cancelMails(tx, by.admin, { mailIds }));
const resend = (w: World, mailId: string) => w.write((tx) => resendMail(tx, w.admin, { mailId }));
const report = (w: World, mailId: string, what: 'bounced' | 'complained' = 'bounced') =>
  w.write((tx) => reportMail(tx, w.admin, { mailId, what, detail: 'No such person' }));
/** As if a mail server had taken everything. */
const sent = (w: World) =>
  owner`update mails set state = 'sent', sent_at = now(), html = '<p>', plain = '-' where org_id = ${w.org.id}`;

test('a mail that waits can be taken back once, and then never goes', async () => {
  const w = await createWorld();
  const ids = await queue(w, {}, { address: 'cleo@example.com' });
  expect(await cancel(w, ids)).toEqual({ cancelled: 2 });
  const noted =
    await owner`select object_id, after->>'to' as to from activity where org_id = ${w.org.id} and verb = 'mail_cancelled'`;
  expect(noted.map((row) => row.object_id).toSorted()).toEqual(ids.toSorted());
  expect(noted.map((row) => row.to).toSorted()).toEqual(['cleo@example.com', 'dana@example.com']);
  expect(await refusalOf(cancel(w, ids))).toBe('already_undone');
  await sendMailsDue(null);
  expect((await mailRows(w.org.id)).map((row) => row.state)).toEqual(['cancelled', 'cancelled']);
});

test('taking back is all or nothing, and never of another business', async () => {
  const [w, other] = [await createWorld(), await createWorld()];
  const [a] = await queue(w, {});
  const [b] = await queue(w, {});
  await owner`update mails set state = 'sending', claimed_at = now() where id = ${b!}`;
  expect(await refusalOf(cancel(w, [a!, b!]))).toBe('already_undone');
  expect(await refusalOf(cancel(w, [a!], other))).toBe('not_found');
  expect((await mailRows(w.org.id)).map((row) => row.state).toSorted()).toEqual(['queued', 'sending']);
  await owner`delete from mails where org_id = ${w.org.id}`;
});

test('of a worker and a person at the same moment, one has the mail', async () => {
  const w = await createWorld();
  for (let round = 0; round < 6; round += 1) {
    const [id] = await queue(w, {});
    const back = cancel(w, [id!]).then(
      () => 'cancelled',
      () => 'kept',
    );
    await Promise.all([back, sendMailsDue(null)]);
    expect((await mailRows(w.org.id)).find((row) => row.id === id)?.state).toBe(await back);
  }
});

test('a mail is sent again as another one, but not while it waits, and no link that works once', async () => {
  const w = await createWorld();
  const [id] = await queue(w, {});
  expect(await refusalOf(resend(w, id!))).toBe('invalid');
  await sendMailsDue(null);
  const again = await resend(w, id!);
  expect(again.mailId).not.toBe(id);
  expect(new Set((await mailRows(w.org.id)).map((row) => row.message_id)).size).toBe(2);
  await sendMailsDue(null);
  const invited = { email: 'max@example.com', name: 'Max', role: 'manager' } as const;
  await w.write((tx) => inviteUser(tx, w.admin, invited));
  await sendMailsDue(null);
  const invitation = (await log(w, { kind: 'invitation' })).rows[0];
  expect(invitation).toMatchObject({ state: 'kept', toAddress: 'max@example.com' });
  expect(await refusalOf(resend(w, invitation!.id))).toBe('invalid');
  expect(await refusalOf(resend(await createWorld(), id!))).toBe('not_found');
});

test('an invitation is mailed with the link that works, and a customer reads what is open in its own language', async () => {
  const w = await createWorld();
  await owner`update customers set language = 'de' where id = ${w.customerId}`;
  await w.invoice(12_345, '2026-02-01');
  const { customerId } = w;
  const whom = { email: 'cora@example.com', name: 'Cora', role: 'customer', customerId } as const;
  const { token } = await w.write((tx) => inviteUser(tx, w.admin, whom));
  await sendMailsDue(null);
  const [row] = await mailRows(w.org.id);
  expect(row?.subject).toBe('Willkommen bei Test Traders');
  expect(row?.plain).toContain(`/invite/${token}`);
  expect(row?.plain?.replaceAll(/\s+/gu, ' ')).toContain('Zurzeit ist 123,45 $ offen.');
});

test('what came back stops further mail to the address until somebody releases it', async () => {
  const w = await createWorld();
  const [id] = await queue(w, {});
  expect(await refusalOf(report(w, id!))).toBe('invalid');
  await sent(w);
  await report(w, id!);
  await report(w, id!);
  const detail = await w.read((tx) => mailDetail(tx, id!));
  expect(detail).toMatchObject({ state: 'bounced', problem: 'No such person' });
  expect(detail?.tries.map((each) => each.outcome)).toEqual(['bounced']);
  await queue(w, {});
  await sendMailsDue(null);
  expect((await mailRows(w.org.id)).at(-1)?.state).toBe('cancelled');
  const blockId = detail!.blockId!;
  const release = (by: World) => by.write((tx) => releaseAddress(tx, by.admin, { blockId }));
  expect(await refusalOf(release(await createWorld()))).toBe('not_found');
  await release(w);
  expect(await refusalOf(release(w))).toBe('not_found');
  await queue(w, {});
  await sendMailsDue(null);
  expect((await mailRows(w.org.id)).at(-1)?.state).toBe('kept');
});

test('the log is read page by page, and narrowed by what it says', async () => {
  const w = await createWorld();
  await queue(w, ...Array.from({ length: 55 }, (_, at) => ({ address: `n${at}@example.com` })));
  const first = await log(w, {});
  expect(first.rows).toHaveLength(50);
  const second = await log(w, { before: first.nextBefore! });
  expect(second.rows).toHaveLength(5);
  expect(second.nextBefore).toBeNull();
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(55);
  expect((await log(w, { q: 'N54@' })).rows.map((row) => row.toAddress)).toEqual(['n54@example.com']);
  expect((await log(w, { show: 'problems' })).rows).toEqual([]);
  expect((await log(w, { show: 'waiting', kind: 'receipt' })).rows).toHaveLength(50);
  expect((await log(w, { kind: 'digest' })).rows).toEqual([]);
  await owner`delete from mails where org_id = ${w.org.id}`;
});
