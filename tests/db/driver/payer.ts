import { eq, sql } from 'drizzle-orm';
import { bigint, bigserial, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { closeConnections, type Transaction, transaction } from '@/db/client';

// A process of its own that records payments over the product's driver, as trouble.test.ts bids it. It listens for
// no uncaught error: one ends it, and the test sees that.

/** One payment to record: under the same key any number of times, with one effect. */
export interface Order {
  readonly key: string;
  readonly invoice: number;
  readonly amount: number;
}

/** What became of one order: `error` is missing when it was recorded. */
export interface Receipt {
  readonly key: string;
  readonly error?: string;
}

const invoices = pgTable('invoices', {
  id: integer().primaryKey(),
  paid: bigint({ mode: 'number' }).notNull(),
});
const payments = pgTable('payments', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  invoice: integer().notNull(),
  amount: bigint({ mode: 'number' }).notNull(),
  key: uuid().notNull(),
});
const requests = pgTable('requests', {
  key: uuid().primaryKey(),
  print: text().notNull(),
  answer: jsonb(),
});
const outbox = pgTable('outbox', {
  id: bigserial({ mode: 'number' }).primaryKey(),
  payment: bigint({ mode: 'number' }).notNull(),
});

async function pay(tx: Transaction, { key, invoice, amount }: Order): Promise<unknown> {
  await tx.execute(sql`select set_config('app.org_id', ${'one'}, true)`);
  const print = `${invoice}:${amount}`;
  const fresh = await tx.insert(requests).values({ key, print }).onConflictDoNothing().returning();
  if (fresh.length === 0) {
    const [earlier] = await tx.select().from(requests).where(eq(requests.key, key));
    return earlier?.answer;
  }
  await tx.select().from(invoices).where(eq(invoices.id, invoice)).for('update');
  const [payment] = await tx.insert(payments).values({ invoice, amount, key }).returning();
  if (!payment) throw new Error('An insert returned no row.');
  await tx
    .update(invoices)
    .set({ paid: sql`${invoices.paid} + ${amount}` })
    .where(eq(invoices.id, invoice));
  await tx.insert(outbox).values({ payment: payment.id });
  const answer = { payment: payment.id };
  await tx.update(requests).set({ answer }).where(eq(requests.key, key));
  return answer;
}

function report(receipt: Receipt): void {
  process.send?.(receipt, () => {}); // unless nobody listens any more
}

process.on('message', (order: Order) => {
  const { key } = order;
  transaction((tx) => pay(tx, order)).then(
    () => report({ key }),
    (error: unknown) => report({ key, error: String(error) }),
  );
});
// The process ends by itself when nothing is left open.
process.on('disconnect', () => void closeConnections());
