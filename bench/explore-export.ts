// The file of Explore with every open invoice of a large organization: when its first piece is there, how long all of it takes, and
// how far the memory of the process grows meanwhile.
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { writeExploreFile } from '@/app/exports/explore/file';
import { withStoppableScope } from '@/db/scope';
import { toPlainDate } from '@/lib/domain/dates';
import { readExploreFilters } from '@/lib/explore-filters';
import { benchActor } from './actor';
import { row } from './measure';

const TODAY = toPlainDate('2026-06-30');
const WITHIN = 600_000;
const MEGABYTE = 2 ** 20;

/** Prints, for each number of open invoices, first piece, whole file, size and growth of memory; then how soon a stop is one. */
export async function benchExploreExport(ownerUrl: string, sizes: readonly number[]): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  process.stdout.write(`\n${row('explore as CSV', 'first ms', 'all s', 'MB', 'RSS +MB')}\n`);
  for (const size of sizes) {
    const orgId = await openBooks(owner, size);
    const { first, all, bytes, growth } = await exported(orgId);
    const label = `${size.toLocaleString('en-US')} open invoices`;
    process.stdout.write(`${row(label, first, all / 1_000, bytes / MEGABYTE, growth / MEGABYTE)}\n`);
    process.stdout.write(`${row('stopped in the first second, ms', await stopped(owner, orgId))}\n`);
  }
  await owner.end({ timeout: 5 });
}

async function exported(orgId: string) {
  const actor = benchActor(orgId);
  const { filters } = readExploreFilters({}, actor.org, TODAY);
  const [begun, before] = [performance.now(), process.memoryUsage.rss()];
  const seen = { first: 0, bytes: 0, most: before };
  const write = (piece: string) => {
    if (seen.bytes === 0) seen.first = performance.now() - begun;
    seen.bytes += Buffer.byteLength(piece);
    seen.most = Math.max(seen.most, process.memoryUsage.rss());
    return Promise.resolve();
  };
  await withStoppableScope(
    actor,
    'write',
    (tx) => writeExploreFile(tx, actor, { filters, columns: 'all', write }),
    { within: WITHIN },
  );
  return {
    first: seen.first,
    all: performance.now() - begun,
    bytes: seen.bytes,
    growth: seen.most - before,
  };
}

/** Milliseconds from a stop until the server works on it no more. */
async function stopped(owner: postgres.Sql, orgId: string): Promise<number> {
  const actor = benchActor(orgId);
  const { filters } = readExploreFilters({}, actor.org, TODAY);
  const stop = new AbortController();
  const work = withStoppableScope(
    actor,
    'write',
    (tx) => writeExploreFile(tx, actor, { filters, columns: 'all', write: () => Promise.resolve() }),
    { within: WITHIN, signal: stop.signal },
  ).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const begun = performance.now();
  stop.abort();
  const isRunning = async () =>
    (
      await owner`select 1 from pg_stat_activity where state = 'active' and query like 'fetch % from explored'`
    ).length > 0;
  while (await isRunning()) await new Promise((resolve) => setTimeout(resolve, 20));
  await work;
  return performance.now() - begun;
}

/** A new organization in which every invoice is open; written as the owner and with triggers off. */
async function openBooks(owner: postgres.Sql, invoices: number): Promise<string> {
  const orgId = randomUUID();
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into organizations (id, name, currency, time_zone) values (${orgId}, 'Open', 'USD', 'UTC')`;
    await tx`create temp table bench_open on commit drop as
      select n, gen_random_uuid() as customer_id from generate_series(1, ${Math.ceil(invoices / 50)}::int) n`;
    await tx`insert into customers (id, org_id, code, name, currency)
      select customer_id, ${orgId}::uuid, 'C' || n, 'Customer ' || n, 'USD' from bench_open`;
    await tx`create temp table bench_owed on commit drop as
      select i.n, uuidv7() as id, uuidv7() as item, customer_id, 100 + (i.n * 7919::bigint) % 900000 as amount,
        ${TODAY}::date - (i.n % 300)::int as on_day
      from generate_series(1, ${invoices}::int) i(n)
      join bench_open c on c.n = 1 + i.n % ${Math.ceil(invoices / 50)}::int`;
    await tx`insert into documents (id, org_id, customer_id, kind, number, sequence, document_date, currency, amount_minor,
        tax_minor, customer_name, source, recorded_at)
      select id, ${orgId}::uuid, customer_id, 'invoice', 'INV-' || lpad(n::text, 7, '0'), n, on_day, 'USD', amount, 0, 'Customer',
        'import', on_day::timestamptz from bench_owed`;
    await tx`insert into open_items (id, org_id, customer_id, document_id, kind, currency, amount_minor, open_minor,
        effective_on, due_on, recorded_at, moved_on, moved_at)
      select item, ${orgId}::uuid, customer_id, id, 'invoice', 'USD', amount, amount, on_day, on_day + 30, on_day::timestamptz,
        on_day, on_day::timestamptz from bench_owed`;
  });
  for (const table of ['documents', 'open_items', 'customers']) await owner`vacuum analyze ${owner(table)}`;
  return orgId;
}
