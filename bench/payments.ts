// Recording a payment over HTTP against the bare transaction by pgbench, on the same server and books.
import postgres from 'postgres';
import { createApiKey } from '@/db/commands/create-api-key';
import { withScope } from '@/db/scope';
import type { ThrowawayDatabase } from '@/scripts/throwaway-database';
import { benchActor } from './actor';
import { benchApp } from './app';
import { fillBooks, vacuum } from './fill-books';
import { payOverHttp } from './http-payments';
import { row } from './measure';
import { payBare } from './pgbench';

const INVOICES = 10_000;
const SECONDS = 10;

/** Prints, for several numbers of clients, payments a second of ours and of pgbench, and their ratio. */
export async function benchPayments({ ownerUrl, appUrl }: ThrowawayDatabase): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  const { orgId } = await fillBooks(owner, INVOICES, '2026-06-30');
  await vacuum(owner);
  await owner`create table bench_targets as
    select row_number() over ()::int as n, customer_id, (array_agg(id))[1] as item_id, ${orgId}::uuid as org_id
    from open_items where org_id = ${orgId} and open_minor > 50000 group by customer_id`;
  await owner`create index on bench_targets (n)`;
  const customers = await owner<{ id: string }[]>`select customer_id as id from bench_targets`;
  const customerIds = customers.map(({ id }) => id);
  const { key } = await keyOf(orgId);
  const app = await benchApp(appUrl);
  try {
    process.stdout.write(`\n${row('payments a second', 'ours', 'pgbench', 'ratio', 'ours p95 ms')}\n`);
    for (const clients of [1, 8]) {
      await payOverHttp({ url: app.url, apiKey: key, customerIds }, clients, 2);
      const ours = await payOverHttp({ url: app.url, apiKey: key, customerIds }, clients, SECONDS);
      const bare = await payBare(ownerUrl, customerIds.length, clients, SECONDS);
      process.stdout.write(
        `${row(`${clients} at once`, ours.perSecond, bare, ours.perSecond / bare, ours.p95Ms)}\n`,
      );
    }
  } finally {
    await app.stop();
    await owner.end({ timeout: 5 });
  }
}

function keyOf(orgId: string) {
  const actor = benchActor(orgId);
  return withScope(actor, 'write', (tx) =>
    createApiKey(tx, actor, { name: 'Bench', role: 'admin', callsPerMinute: 1_000_000 }),
  );
}
