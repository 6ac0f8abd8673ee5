// The files of Explore and of the aging report with every open invoice of a large organization: when the first piece is there, how
// long all of it takes, how far the memory of the process grows meanwhile, and how far what it holds on to does.
import { randomUUID } from 'node:crypto';
import v8 from 'node:v8';
import vm from 'node:vm';
import postgres from 'postgres';
import { writeAgingFile } from '@/app/exports/aging/file';
import { writeExploreFile } from '@/app/exports/explore/file';
import type { Write } from '@/app/exports/stream';
import { withStoppableScope } from '@/db/scope';
import { toPlainDate } from '@/lib/domain/dates';
import { readExploreFilters } from '@/lib/explore-filters';
import { readAgingFilters } from '@/lib/filters';
import { benchActor } from './actor';
import { row } from './measure';

const TODAY = toPlainDate('2026-06-30');
const WITHIN = 600_000;
const MEGABYTE = 2 ** 20;
/** Bytes of the file between two looks at what the process holds on to. */
const LOOK_AFTER = 5 * MEGABYTE;

/** Prints, for each number of open invoices and each file, first piece, whole file, size and growth; then how soon a stop is one. */
export async function benchExploreExport(ownerUrl: string, sizes: readonly number[]): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  process.stdout.write(`\n${row('files', 'first ms', 'all s', 'MB', 'RSS +MB', 'live heap +MB')}\n`);
  for (const size of sizes) {
    const orgId = await openBooks(owner, size);
    const label = `${size.toLocaleString('en-US')} open invoices`;
    for (const [name, make] of Object.entries(FILES)) {
      const { first, all, bytes, growth, live } = await exported((write) => make(orgId, write));
      const cells = [first, all / 1_000, bytes / MEGABYTE, growth / MEGABYTE, live / MEGABYTE];
      process.stdout.write(`${row(`${label}, ${name}`, ...cells)}\n`);
    }
    process.stdout.write(`${row('stopped in the first second, ms', await stopped(owner, orgId))}\n`);
  }
  await owner.end({ timeout: 5 });
}

const FILES: Readonly<Record<string, (orgId: string, write: Write) => Promise<void>>> = {
  explore(orgId, write) {
    const actor = benchActor(orgId);
    const { filters } = readExploreFilters({}, actor.org, TODAY);
    return withStoppableScope(
      actor,
      'write',
      (tx) => writeExploreFile(tx, actor, { filters, columns: 'all', write }),
      { within: WITHIN },
    );
  },
  aging(orgId, write) {
    const actor = benchActor(orgId);
    const { filters } = readAgingFilters({}, actor.org, TODAY);
    return writeAgingFile(actor, { filters, detail: 'items', write, signal: AbortSignal.timeout(WITHIN) });
  },
};

/** Makes a file and throws it away. `live`: how far the heap without garbage grew beyond what it was at the first look. */
async function exported(make: (write: Write) => Promise<void>) {
  const [begun, before] = [performance.now(), process.memoryUsage.rss()];
  const seen = { first: 0, bytes: 0, most: before, lives: [] as number[] };
  await make((piece) => {
    if (seen.bytes === 0) seen.first = performance.now() - begun;
    seen.bytes += Buffer.byteLength(piece);
    seen.most = Math.max(seen.most, process.memoryUsage.rss());
    if (seen.bytes > seen.lives.length * LOOK_AFTER) {
      collect();
      seen.lives.push(process.memoryUsage().heapUsed);
    }
    return Promise.resolve();
  });
  return {
    first: seen.first,
    all: performance.now() - begun,
    bytes: seen.bytes,
    growth: seen.most - before,
    live: Math.max(...seen.lives) - (seen.lives[0] ?? 0),
  };
}

v8.setFlagsFromString('--expose-gc');
/** Takes all garbage away. */
const collect: () => void = vm.runInNewContext('gc');

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
    (await owner`select 1 from pg_stat_activity where state = 'active' and query like 'fetch % from batches'`)
      .length > 0;
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
