import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startPayment } from '@/db/commands/start-payment';
import { portalIntent } from '@/db/queries/payment-intents';
import { withScope } from '@/db/scope';
import type { CustomerActor } from '@/lib/actor';
import { toMinor } from '@/lib/domain/money';
import { createWorld } from '../../world';

const started = (person: CustomerActor) =>
  withScope(person, 'write', (tx) =>
    startPayment(tx, person, {
      currency: 'USD',
      amountMinor: toMinor(100),
      useCredit: false,
      itemIds: [],
      provider: 'transfer',
    }),
  );

/** The code with which PostgreSQL refused a statement. */
async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return (error as { cause?: { code?: string } } | null)?.cause?.code ?? error;
}

async function world() {
  const books = await createWorld();
  const other = await books.addCustomer('Beta');
  await books.invoice(10_000, '2026-02-01');
  await books.invoice(20_000, '2026-02-01', { customerId: other });
  return { ...books, other };
}

test('staff who look at a portal, and keys of a customer, can write nothing: the database says no', async () => {
  const { customer } = await world();
  const looking: CustomerActor = { ...customer(), userId: null };
  const attempts = [
    sql`insert into payment_intents (id, customer_id, currency, amount_minor, credit_minor, provider, reference)
      values (gen_random_uuid(), ${looking.customerId}, 'USD', 5, 0, 'transfer', 'X')`,
    sql`update customers set phone = '1'`,
    sql`insert into activity (sequence, at, actor_name, verb, object_kind, object_id, customer_id, previous_hash, hash)
      values (0, now(), 'x', 'x', 'x', gen_random_uuid(), ${looking.customerId}, '', '')`,
    sql`delete from contacts`,
  ];
  for (const attempt of attempts)
    expect(await codeOf(withScope(looking, 'write', (tx) => tx.execute(attempt)))).toBe('42501');
  expect(await codeOf(started(looking))).toBe('42501');
});

test('a person of a customer can add nothing to another customer, and book no payment', async () => {
  const { customer, other } = await world();
  const person = customer();
  const attempts = [
    sql`insert into payment_intents (id, customer_id, currency, amount_minor, credit_minor, provider, reference)
      values (gen_random_uuid(), ${other}, 'USD', 5, 0, 'transfer', 'X')`,
    sql`insert into promises (id, customer_id, currency, amount_minor, promised_for, promised_on)
      values (gen_random_uuid(), ${other}, 'USD', 5, '2026-03-01', '2026-02-01')`,
    sql`insert into contacts (id, customer_id, name) values (gen_random_uuid(), ${other}, 'Eve')`,
    sql`insert into documents (id) values (gen_random_uuid())`,
    sql`update payment_intents set document_id = gen_random_uuid()`,
    sql`update customers set credit_limit_minor = 1`,
    sql`select notes from customers`,
    sql`select * from activity`,
  ];
  for (const attempt of attempts)
    expect(await codeOf(withScope(person, 'write', (tx) => tx.execute(attempt)))).toBe('42501');
});

test("a payment that another customer, or another organization's, began is not there", async () => {
  const [{ customer, other }, elsewhere] = [await world(), await world()];
  const { intentId } = await started(customer());
  const read = (actor: CustomerActor) => withScope(actor, 'read', (tx) => portalIntent(tx, intentId));
  expect(await read(customer())).toMatchObject({ id: intentId, standing: 'open' });
  expect(await read(customer(other))).toBeNull();
  expect(await read(elsewhere.customer())).toBeNull();
});

test('changing rows of others changes none, without a word', async () => {
  const { customer, other, read } = await world();
  const { intentId } = await started(customer());
  await withScope(customer(other), 'write', async (tx) => {
    await tx.execute(sql`update payment_intents set withdrawn_at = now() where id = ${intentId}`);
    await tx.execute(sql`update customers set phone = '666' where id <> ${other}`);
  });
  const rows = await read((tx) =>
    tx.execute(sql`select withdrawn_at, (select count(*)::int from customers where phone = '666') as changed
      from payment_intents`),
  );
  expect([...rows]).toEqual([{ withdrawn_at: null, changed: 0 }]);
});
