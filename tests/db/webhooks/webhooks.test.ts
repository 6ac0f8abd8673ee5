import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { cancelPromise } from '@/db/commands/cancel-promise';
import { changeWebhook } from '@/db/commands/change-webhook';
import { createWebhook } from '@/db/commands/create-webhook';
import { openDispute } from '@/db/commands/open-dispute';
import { recordPromise } from '@/db/commands/record-promise';
import { removeWebhook } from '@/db/commands/remove-webhook';
import { resendDelivery } from '@/db/commands/resend-delivery';
import { resolveDispute } from '@/db/commands/resolve-dispute';
import { reverseDocument } from '@/db/commands/reverse-document';
import { rotateWebhookSecret } from '@/db/commands/rotate-webhook-secret';
import { testWebhook } from '@/db/commands/test-webhook';
import { updateCustomer } from '@/db/commands/update-customer';
import { deliveryPage, webhookList } from '@/db/queries/webhooks';
import { collectDeliveries, sendDeliveriesDue } from '@/jobs/webhooks';
import { toMinor } from '@/lib/domain/money';
import { MOST_ATTEMPTS } from '@/lib/webhooks/back-off';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/events';
import { createWorld, day, owner, refusalOf } from '../../world';
import { type Got, isGenuine, receiver } from './receiver';

process.env.AUTH_SECRET = 'a key of an installation that is only tested';
const before = process.env.WEBHOOKS_TO_THIS_MACHINE;
beforeAll(() => {
  process.env.WEBHOOKS_TO_THIS_MACHINE = 'on';
});
afterAll(() => {
  process.env.WEBHOOKS_TO_THIS_MACHINE = before ?? '';
});

async function told(answer?: (got: Got) => number | 'hang up', chosen = [...WEBHOOK_EVENTS]) {
  const w = await createWorld();
  const there = await receiver(answer);
  onTestFinished(there.stop);
  const made = await w.write((tx) => createWebhook(tx, w.admin, { url: there.url, events: chosen }));
  const work = async () => {
    await collectDeliveries();
    await sendDeliveriesDue();
  };
  const soon = () => owner`update webhook_deliveries set send_after = now() where endpoint_id = ${made.id}`;
  const deliveries = async () =>
    (await w.read((tx) => deliveryPage(tx, { endpointId: made.id, before: null, limit: 200 }))).rows;
  const events = () => there.got.map(({ event, body }) => `${event} ${body.data?.number ?? ''}`.trim());
  return { w, there, ...made, work, soon, deliveries, events };
}

test('what happens in the books is told once, signed, with the facts and where the rest is', async () => {
  const { w, there, secret, work, events } = await told();
  const { documentId } = await w.invoice(10_050, '2026-02-01', { number: 'A-1' });
  const paid = await w.pay(10_050, '2026-02-02');
  await work();
  await work();
  expect(events().toSorted()).toEqual([
    'invoice.paid A-1',
    'invoice.posted A-1',
    'payment.recorded PMT-00001',
  ]);
  const uuid = /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/;
  expect(there.got.every(({ eventId }) => uuid.test(eventId))).toBe(true);
  const posted = there.got.find(({ event }) => event === 'invoice.posted');
  expect(posted?.body).toMatchObject({
    event: 'invoice.posted',
    event_id: posted?.eventId,
    organization_id: w.org.id,
    data: { document_id: documentId, number: 'A-1', currency: 'USD', href: `/api/v1/invoices/${documentId}` },
  });
  expect(posted?.raw).toContain('"amount":100.50');
  for (const got of there.got) {
    expect(isGenuine(got, secret)).toBe(true);
    expect(isGenuine({ ...got, raw: got.raw.replace('A-1', 'A-2') }, secret)).toBe(!got.raw.includes('A-1'));
    expect(isGenuine(got, secret, Date.now() / 1_000 + 301)).toBe(false);
    expect(isGenuine(got, `${secret}x`)).toBe(false);
  }
  const reversal = { kind: 'payment', reason: 'Bounced', source: 'staff' } as const;
  await w.write((tx) => reverseDocument(tx, w.admin, { ...reversal, documentId: paid.documentId }));
  await w.write((tx) => reverseDocument(tx, w.admin, { ...reversal, kind: 'invoice', documentId }));
  there.got.length = 0;
  await work();
  expect(events().toSorted()).toEqual(['invoice.voided A-1', 'payment.reversed PMT-00001']);
});

test('customers, promises, disputes are told too, and nothing that was not asked for', async () => {
  const { w, there, work, events } = await told();
  const quiet = await told(undefined, ['promise.recorded']);
  for (const { w: world } of [{ w }, quiet]) {
    const customerId = await world.addCustomer('Brightwater');
    await world.write((tx) => updateCustomer(tx, world.admin, { customerId, phone: '1' }));
    const { documentId } = await world.invoice(500, '2026-02-01', { customerId });
    const days = { promisedFor: day('2026-03-01'), promisedOn: day('2026-02-02') };
    const promise = { ...days, customerId, documentId, currency: 'USD', amountMinor: toMinor(500) };
    const { promiseId } = await world.write((tx) => recordPromise(tx, world.admin, promise));
    await world.write((tx) => cancelPromise(tx, world.admin, { promiseId }));
    const claim = { documentId, reason: 'Damaged', openedOn: day('2026-02-02') };
    const { disputeId } = await world.write((tx) => openDispute(tx, world.admin, claim));
    await world.write((tx) => resolveDispute(tx, world.admin, { disputeId, resolution: 'Replaced' }));
  }
  await work();
  expect(events().toSorted()).toEqual([
    'customer.changed',
    'customer.created',
    'dispute.opened',
    'dispute.resolved',
    'invoice.posted INV-00001',
    'promise.cancelled',
    'promise.recorded',
  ]);
  expect(there.got.every(({ body }) => body.data !== null)).toBe(true);
  expect(quiet.events()).toEqual(['promise.recorded']);
});

test('many workers at once deliver each event once, in books that change meanwhile', async () => {
  const { w, there, work } = await told();
  const writing = Promise.all(Array.from({ length: 12 }, (_, i) => w.invoice(100 + i, '2026-02-01')));
  await Promise.all([work(), work(), work(), writing]);
  await Promise.all([work(), work(), work(), work()]);
  expect(there.got.filter(({ event }) => event === 'invoice.posted')).toHaveLength(12);
  expect(new Set(there.got.map(({ eventId }) => eventId)).size).toBe(there.got.length);
});

test('what fails is tried again with the same id and body, and given up in the end; it can be sent again', async () => {
  let status: number | 'hang up' = 500;
  const { w, there, work, soon, deliveries } = await told(() => status, ['invoice.posted']);
  await w.invoice(100, '2026-02-01');
  await work();
  expect(await deliveries()).toMatchObject([
    { state: 'queued', attempts: 1, status: 500, problem: 'It answered 500.' },
  ]);
  await work();
  expect(there.got).toHaveLength(1);
  status = 'hang up';
  await soon();
  await work();
  expect(await deliveries()).toMatchObject([{ attempts: 2, status: null, problem: 'It hung up.' }]);
  status = 302;
  for (let attempt = 3; attempt <= MOST_ATTEMPTS; attempt += 1) {
    await soon();
    await work();
  }
  const [dead] = await deliveries();
  expect(dead).toMatchObject({ state: 'dead', attempts: MOST_ATTEMPTS, problem: 'It answered 302.' });
  expect(there.got.map(({ path }) => path)).toEqual(Array.from({ length: MOST_ATTEMPTS }, () => '/hooks'));
  expect(new Set(there.got.map(({ eventId, raw }) => eventId + raw)).size).toBe(1);
  await soon();
  await work();
  expect(there.got).toHaveLength(MOST_ATTEMPTS);
  status = 200;
  await w.write((tx) => resendDelivery(tx, w.admin, { deliveryId: dead?.id ?? '' }));
  await work();
  expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 1, status: 200, problem: null }]);
});

test('a worker that is lost loses nothing: another sends it again', async () => {
  const { w, there, id, work, deliveries } = await told(undefined, ['invoice.posted']);
  await w.invoice(100, '2026-02-01');
  await collectDeliveries();
  await owner`update webhook_deliveries set state = 'sending', attempts = 1, claimed_at = now() - interval '61 s'
    where endpoint_id = ${id} and state = 'queued'`;
  await work();
  expect(there.got).toHaveLength(1);
  expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
});

test('paused, nothing is sent, and everything afterwards; removed, nothing any more', async () => {
  const { w, there, id, work, deliveries } = await told(undefined, ['invoice.posted']);
  const pause = (paused: boolean) => w.write((tx) => changeWebhook(tx, w.admin, { id, paused }));
  await pause(true);
  await w.invoice(100, '2026-02-01', { number: 'P-1' });
  await work();
  expect(there.got).toEqual([]);
  await w.write((tx) => testWebhook(tx, w.admin, { id }));
  await work();
  expect(there.got.map(({ event }) => event)).toEqual(['test']);
  await pause(false);
  await work();
  expect(there.got.map(({ event }) => event)).toEqual(['test', 'invoice.posted']);
  await w.write((tx) => removeWebhook(tx, w.admin, { id }));
  await w.invoice(100, '2026-02-01');
  await work();
  expect(there.got).toHaveLength(2);
  expect(await w.read((tx) => webhookList(tx))).toEqual([]);
  const [first] = await deliveries();
  expect(await refusalOf(w.write((tx) => resendDelivery(tx, w.admin, { deliveryId: first?.id ?? '' })))).toBe(
    'not_found',
  );
});

test('for a day after the secret was changed deliveries carry both signatures', async () => {
  const { w, there, id, secret, work } = await told(undefined, ['invoice.posted']);
  const { secret: fresh } = await w.write((tx) => rotateWebhookSecret(tx, w.admin, { id }));
  await w.invoice(100, '2026-02-01');
  await work();
  await owner`update webhook_endpoints set previous_until = now() - interval '1 s' where id = ${id}`;
  await w.invoice(100, '2026-02-01');
  await work();
  expect(there.got.map((got) => [isGenuine(got, fresh), isGenuine(got, secret)])).toEqual([
    [true, true],
    [true, false],
  ]);
  const [row] = await owner<{ secret: string }[]>`select secret from webhook_endpoints where id = ${id}`;
  expect(row?.secret).not.toContain(fresh.slice(6, 20));
});

test('nothing is told of what was before, and nothing of another business', async () => {
  const w = await createWorld();
  await w.invoice(100, '2026-02-01');
  const there = await receiver();
  onTestFinished(there.stop);
  await w.write((tx) => createWebhook(tx, w.admin, { url: there.url, events: WEBHOOK_EVENTS }));
  const other = await createWorld();
  await other.invoice(100, '2026-02-01');
  await collectDeliveries();
  await sendDeliveriesDue();
  expect(there.got).toEqual([]);
  const id = (await w.read((tx) => webhookList(tx)))[0]?.id ?? '';
  for (const deed of [changeWebhook, removeWebhook, testWebhook, rotateWebhookSecret])
    expect(await refusalOf(other.write((tx) => deed(tx, other.admin, { id })))).toBe('not_found');
});

test('an address of this machine or of a private network is refused where nothing else was said', async () => {
  process.env.WEBHOOKS_TO_THIS_MACHINE = '';
  onTestFinished(() => {
    process.env.WEBHOOKS_TO_THIS_MACHINE = 'on';
  });
  const w = await createWorld();
  const make = (url: string) =>
    w.write((tx) => createWebhook(tx, w.admin, { url, events: ['invoice.paid'] }));
  for (const url of [
    'http://example.com/',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.1.2.3/',
    'https://localhost/',
    'https://db.internal/',
    'https://intranet/',
    'https://user:pass@example.com/',
    'https://example.com/#x',
    'file:///etc/passwd',
    'nonsense',
  ])
    expect([url, await refusalOf(make(url))]).toEqual([url, 'invalid']);
  await make('https://example.com/hooks?x=1');
  // Whatever an address was when it was entered: it is looked at again when something is sent.
  const there = await receiver();
  onTestFinished(there.stop);
  const { id } = await make('https://example.com/again');
  await owner`update webhook_endpoints set url = ${there.url} where id = ${id}`;
  await w.write((tx) => testWebhook(tx, w.admin, { id }));
  await sendDeliveriesDue();
  const page = await w.read((tx) => deliveryPage(tx, { endpointId: id, before: null, limit: 5 }));
  expect(page.rows).toMatchObject([{ state: 'queued', problem: 'Its address is not on the internet.' }]);
  expect(there.got).toEqual([]);
});
