import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { POST } from '@/app/api/webhooks/mail/route';
import { queueMails } from '@/db/commands/queue-mail';
import { createWorld, owner } from '../../world';
import { receipt } from './outbox';

const SECRET = 'a secret of the one who sends our mails';
process.env.MAIL_WEBHOOK_SECRET = SECRET;

/** Posts reports, signed with a secret at a moment. */
function tell(body: string, { secret = SECRET, at = Math.floor(Date.now() / 1_000) } = {}) {
  const v1 = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  const headers = { 'x-dueline-signature': `t=${at},v1=${v1}` };
  return POST(new Request('http://localhost/api/webhooks/mail', { method: 'POST', body, headers }));
}

const about = (event: string, ...messageIds: string[]) =>
  JSON.stringify({
    events: messageIds.map((messageId) => ({ event, messageId, detail: '550 No such user' })),
  });

async function mailed(address: string) {
  const w = await createWorld();
  const [id = ''] = await w.write((tx) => queueMails(tx, w.admin, [receipt({ address })]));
  await owner`update mails set state = 'sent', sent_at = now(), html = '<p>', plain = '-' where id = ${id}`;
  const [row] = await owner<{ message_id: string }[]>`select message_id from mails where id = ${id}`;
  const state = async () => (await owner`select state, problem from mails where id = ${id}`)[0];
  return { ...w, id, messageId: row?.message_id ?? '', state };
}

test('a mail that is told to have come back is noted once, and stops further mail to its address', async () => {
  const { org, messageId, state } = await mailed('gone@example.com');
  const answer = await tell(about('bounced', messageId, '<stranger@elsewhere.example>'));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ noted: 1, ignored: 1 });
  expect(await state()).toEqual({ state: 'bounced', problem: '550 No such user' });
  expect((await tell(about('bounced', messageId))).status).toBe(200);
  const blocks = await owner`select address, reason from address_blocks where org_id = ${org.id}`;
  expect([...blocks]).toEqual([{ address: 'gone@example.com', reason: 'bounced' }]);
  const tries = await owner`select 1 from mail_attempts where org_id = ${org.id} and outcome = 'bounced'`;
  expect(tries).toHaveLength(1);
});

test('of two businesses each hears of its own mails alone', async () => {
  const [one, two] = [await mailed('a@example.com'), await mailed('b@example.com')];
  await tell(about('complained', two.messageId));
  expect(await one.state()).toMatchObject({ state: 'sent' });
  expect(await two.state()).toMatchObject({ state: 'complained' });
});

test('what is not signed with the secret, not now, or cannot be read, is not heard', async () => {
  const { messageId, state } = await mailed('c@example.com');
  const body = about('bounced', messageId);
  expect((await tell(body, { secret: 'another' })).status).toBe(401);
  expect((await tell(body, { at: Math.floor(Date.now() / 1_000) - 600 })).status).toBe(401);
  const bare = new Request('http://localhost/api/webhooks/mail', { method: 'POST', body });
  expect((await POST(bare)).status).toBe(401);
  expect((await tell('{')).status).toBe(400);
  expect((await tell('{"events":[{"event":"opened"}]}')).status).toBe(400);
  expect(await state()).toMatchObject({ state: 'sent' });
  delete process.env.MAIL_WEBHOOK_SECRET;
  expect((await tell(body)).status).toBe(404);
  process.env.MAIL_WEBHOOK_SECRET = SECRET;
});
