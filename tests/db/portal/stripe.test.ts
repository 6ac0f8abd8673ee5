import { Stripe } from 'stripe';
import { expect, test } from 'vitest';
import { beginPayment } from '@/app/_payments/begin';
import { gatewayKeys, sealedKeys } from '@/app/_payments/gateway';
import { refundToCard } from '@/app/_payments/refund-card';
import { paymentWays } from '@/app/_payments/ways';
import { POST } from '@/app/api/webhooks/stripe/[org]/route';
import { setCardGateway } from '@/db/commands/set-card-gateway';
import { startPayment } from '@/db/commands/start-payment';
import { withdrawPayment } from '@/db/commands/withdraw-payment';
import { cardPayment } from '@/db/queries/card-payment';
import { portalIntent } from '@/db/queries/payment-intents';
import { todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { isStripeCurrency } from '@/lib/integrations/stripe-amounts';
import { createWorld, owner, refusalOf } from '../../world';
import { stripeServer } from './stripe-server';

const KEYS = { secretKey: 'sk_test_0123456789', webhookSecret: 'whsec_0123456789' };
process.env.AUTH_SECRET ??= 'a secret of the tests that is long enough to be one';

async function cards() {
  const world = await createWorld();
  const person = world.customer();
  const today = todayIn(world.org.timeZone);
  await world.invoice(30_000, '2026-01-10', { number: 'A' });
  await world.invoice(20_000, '2026-02-10', { number: 'B' });
  await world.write((tx) => setCardGateway(tx, world.admin, sealedKeys(KEYS)));
  const start = async (amount: number) =>
    (
      await world.write(
        (tx) =>
          startPayment(tx, person, {
            currency: 'USD',
            amountMinor: toMinor(amount),
            useCredit: false,
            itemIds: [],
            provider: 'stripe',
          }),
        person,
      )
    ).intentId;
  const tell = (event: object, more: { secret?: string; timestamp?: number; org?: string } = {}) => {
    const payload = JSON.stringify(event);
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload,
      secret: more.secret ?? KEYS.webhookSecret,
      ...(more.timestamp === undefined ? {} : { timestamp: more.timestamp }),
    });
    const request = new Request('http://localhost/api/webhooks/stripe', {
      method: 'POST',
      body: payload,
      headers: { 'stripe-signature': signature },
    });
    return POST(request, { params: Promise.resolve({ org: more.org ?? world.org.id }) });
  };
  const standing = async (intentId: string) =>
    (await world.read((tx) => portalIntent(tx, intentId), person))?.standing;
  const openNow = () => world.openAt(today);
  return { ...world, person, today, start, tell, standing, openNow };
}

const paid = (intentId: string, amount: number, more: object = {}) => ({
  id: `evt_${crypto.randomUUID()}`,
  object: 'event',
  type: 'checkout.session.completed',
  data: {
    object: {
      object: 'checkout.session',
      client_reference_id: intentId,
      payment_intent: `pi_${intentId}`,
      payment_status: 'paid',
      amount_total: amount,
      currency: 'usd',
      ...more,
    },
  },
});

const refunded = (intentId: string, id: string, amount: number, status = 'succeeded') => ({
  id: `evt_${crypto.randomUUID()}`,
  object: 'event',
  type: 'refund.updated',
  data: {
    object: { object: 'refund', id, status, amount, currency: 'usd', payment_intent: `pi_${intentId}` },
  },
});

test('the payer is led to a page for the very amount, the same when asked again, through a server that fails once', async () => {
  const server = await stripeServer();
  const { start, person } = await cards();
  const intentId = await start(40_000);
  server.fails(1);
  const page = await beginPayment('stripe', person, intentId);
  expect(page).toMatch(/^https:\/\/checkout\.example\/cs_test_/);
  expect(await beginPayment('stripe', person, intentId)).toBe(page);
  expect(server.heard).toHaveLength(3);
  const [first] = server.heard;
  expect(first?.path).toBe('/v1/checkout/sessions');
  expect(first?.key).toBe(`Bearer ${KEYS.secretKey}`);
  expect(first?.body.get('client_reference_id')).toBe(intentId);
  expect(first?.body.get('line_items[0][price_data][unit_amount]')).toBe('40000');
  expect(first?.body.get('line_items[0][price_data][currency]')).toBe('usd');
  expect(new Set(server.heard.map((each) => each.idempotencyKey)).size).toBe(1);
});

test('when the card service does not answer, nothing is charged or booked, and the payer is told', async () => {
  const server = await stripeServer();
  const { start, person, openNow } = await cards();
  const intentId = await start(40_000);
  server.fails(3);
  expect(await refusalOf(Promise.resolve(beginPayment('stripe', person, intentId)))).toBe('invalid');
  expect(await openNow()).toEqual({ A: 30_000, B: 20_000 });
});

test('a payment is booked once, whatever is told again and at the same moment', async () => {
  const { start, tell, standing, openNow } = await cards();
  const intentId = await start(40_000);
  const event = paid(intentId, 40_000);
  const answers = await Promise.all(Array.from({ length: 10 }, () => tell(event)));
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect((await tell(paid(intentId, 40_000))).status).toBe(200);
  expect(await standing(intentId)).toBe('paid');
  expect(await openNow()).toEqual({ B: 10_000 });
});

test('a card that was charged is booked even when the payer had given it up', async () => {
  const { start, tell, write, person, openNow } = await cards();
  const intentId = await start(30_000);
  await write((tx) => withdrawPayment(tx, person, { intentId }), person);
  expect((await tell(paid(intentId, 30_000))).status).toBe(200);
  expect(await openNow()).toEqual({ B: 20_000 });
});

test('only what is signed with the own secret, now, and for this organization is heard', async () => {
  const [{ start, tell, openNow }, other] = [await cards(), await cards()];
  const intentId = await start(30_000);
  const event = paid(intentId, 30_000);
  expect((await tell(event, { secret: 'whsec_another' })).status).toBe(400);
  expect((await tell(event, { timestamp: Math.floor(Date.now() / 1000) - 600 })).status).toBe(400);
  expect((await tell(event, { org: crypto.randomUUID() })).status).toBe(404);
  expect((await tell(event, { org: other.org.id })).status).toBe(409);
  expect(await openNow()).toEqual({ A: 30_000, B: 20_000 });
});

test('another amount or currency than was asked for is not booked, nor what is not paid yet', async () => {
  const { start, tell, openNow } = await cards();
  const intentId = await start(30_000);
  expect((await tell(paid(intentId, 29_999))).status).toBe(409);
  expect((await tell(paid(intentId, 30_000, { currency: 'eur' }))).status).toBe(409);
  expect((await tell(paid(intentId, 30_000, { payment_status: 'unpaid' }))).status).toBe(200);
  expect((await tell({ id: 'evt_1', object: 'event', type: 'customer.created', data: {} })).status).toBe(200);
  expect(await openNow()).toEqual({ A: 30_000, B: 20_000 });
});

test('a refund that is told before its payment waits; then it is booked once, and its invoices are open again', async () => {
  const { start, tell, openNow } = await cards();
  const intentId = await start(60_000);
  const event = refunded(intentId, 're_1', 25_000);
  expect((await tell(event)).status).toBe(409);
  expect((await tell(paid(intentId, 60_000))).status).toBe(200);
  expect((await tell(refunded(intentId, 're_1', 25_000, 'pending'))).status).toBe(200);
  const answers = await Promise.all(Array.from({ length: 5 }, () => tell(event)));
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
  // 600.00 paid A and B whole and left 100.00; of the 250.00 that went back 150.00 were B's.
  expect(await openNow()).toEqual({ B: 15_000 });
  expect((await tell(refunded(intentId, 're_2', 40_000))).status).toBe(409);
});

test('staff give money back to the card: asked twice it goes once, and what Stripe tells of it later is not booked again', async () => {
  const server = await stripeServer();
  const { start, tell, read, standing, openNow, admin } = await cards();
  const intentId = await start(60_000);
  await tell(paid(intentId, 60_000));
  expect(await standing(intentId)).toBe('paid');
  const [row] = await owner`select document_id from payment_intents where id = ${intentId}`;
  const payment = await read((tx) => cardPayment(tx, row?.document_id));
  if (!payment) throw new Error('it did not come by card');
  expect(payment.refundableMinor).toBe(60_000);
  const refund = { payment, amountMinor: toMinor(25_000), key: crypto.randomUUID() };
  server.fails(3);
  await expect(refundToCard(admin, refund)).rejects.toThrow('did not answer');
  server.fails(1, 400);
  await expect(refundToCard(admin, refund)).rejects.toThrow('Stripe refused');
  expect(await openNow()).toEqual({ 'PMT-00001': -10_000 });
  await refundToCard(admin, refund);
  await refundToCard(admin, refund);
  const heard = server.heard.findLast(({ path }) => path === '/v1/refunds');
  expect(heard?.body.get('payment_intent')).toBe(`pi_${intentId}`);
  expect(heard?.body.get('amount')).toBe('25000');
  expect((await tell(refunded(intentId, 're_test_1', 25_000))).status).toBe(200);
  expect(await openNow()).toEqual({ B: 15_000 });
  expect((await read((tx) => cardPayment(tx, row?.document_id)))?.refundableMinor).toBe(35_000);
});

test('the secrets are kept sealed, shown to nobody of the business, and forgotten when cards are given up', async () => {
  const { org, write, admin } = await cards();
  const [row] = await owner`select * from payment_gateways where org_id = ${org.id}`;
  expect(JSON.stringify(row)).not.toContain('0123456789');
  expect(row).toMatchObject({ key_end: '6789' });
  expect(await gatewayKeys(org.id)).toEqual(KEYS);
  const names = async (currency: string) => (await paymentWays(org, currency)).map((way) => way.provider);
  expect(await names('USD')).toEqual(['transfer', 'stripe']);
  expect(await names('KWD')).toEqual(['transfer']);
  await write((tx) => setCardGateway(tx, admin, null));
  expect(await gatewayKeys(org.id)).toBeNull();
  expect(await names('USD')).toEqual(['transfer']);
});

test('amounts go to Stripe only in currencies that both count alike', () => {
  expect(['USD', 'EUR', 'JPY', 'KRW'].every(isStripeCurrency)).toBe(true);
  expect(['KWD', 'UGX', 'ISK', 'TND'].some(isStripeCurrency)).toBe(false);
});
