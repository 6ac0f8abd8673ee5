// 10,000 invoices and their payments of other books: read and booked whole, then by a worker that is killed again and again.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { connectBooks } from '@/db/commands/connect-books';
import { withScope } from '@/db/scope';
import { seal } from '@/lib/seal';
import { SEALED_FOR } from '@/lib/sources/sealed-for';
import { generateBooks } from '@/scripts/sandbox/generated-books';
import { SANDBOX_KEY, startSandbox } from '@/scripts/sandbox/server';
import { benchActor } from './actor';
import { row } from './measure';

const INVOICES = 10_000;
const KILLS = 8;

/** Prints how long it takes, what the process grows by, and what becomes of it when it is killed. */
export async function benchSync(ownerUrl: string): Promise<void> {
  process.env.AUTH_SECRET ??= 'a secret of the measurements, long enough';
  const owner = postgres(ownerUrl, { max: 2, onnotice() {} });
  const sandbox = await startSandbox(generateBooks(INVOICES));
  process.env.UNIFIED_URL = sandbox.url;
  const whole = await business(owner);
  const runId = randomUUID();
  const began = performance.now();
  const child = worker(whole, runId);
  const memory: number[] = [];
  child.stdout?.on('data', (text: Buffer) => memory.push(...text.toString().trim().split('\n').map(Number)));
  await ended(child);
  const seconds = (performance.now() - began) / 1_000;
  const again = performance.now();
  await ended(worker(whole, randomUUID()));
  const books = await figures(owner, whole);
  process.stdout.write(`\n${INVOICES.toLocaleString('en-US')} invoices, their payments and credit memos\n`);
  process.stdout.write(
    `${row('read and booked, s', seconds)}\n${row('the same again, s', (performance.now() - again) / 1_000)}\n`,
  );
  const [first = 0, last = 0] = [memory[Math.floor(memory.length / 4)], memory.at(-1)];
  process.stdout.write(`${row('live heap, MB: quarter, end, most', first, last, Math.max(...memory))}\n`);
  process.stdout.write(
    `${row('documents, allocations, difference', books.documents, books.allocations, books.apart)}\n`,
  );

  const killed = await business(owner);
  const id = randomUUID();
  const requests = sandbox.requests.length;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const victim = worker(killed, id);
    await sleep((seconds * 1_000 * 1.5) / KILLS);
    victim.kill('SIGKILL');
    await ended(victim);
  }
  await ended(worker(killed, id));
  const after = await figures(owner, killed);
  const isSame = JSON.stringify(after) === JSON.stringify(books);
  process.stdout.write(
    `${row(`killed ${KILLS} times: pages read, books ${isSame ? 'the same' : 'DIFFERENT'}`, sandbox.requests.length - requests)}\n`,
  );
  await sandbox.close();
  await owner.end();
}

async function business(owner: postgres.Sql): Promise<string> {
  const orgId = randomUUID();
  await owner`insert into organizations (id, name, currency, time_zone) values (${orgId}, 'Bench', 'USD', 'UTC')`;
  const actor = benchActor(orgId);
  const books = { system: 'QuickBooks', company: 'Bench', currency: 'USD', timeZone: 'UTC' };
  const opened = { source: 'unified', region: 'us', account: 'sandbox', sealedSecret: null, books } as const;
  await withScope(actor, 'write', (tx) =>
    connectBooks(tx, actor, { ...opened, sealedKey: seal(SANDBOX_KEY, SEALED_FOR.key) }),
  );
  return orgId;
}

function worker(orgId: string, runId: string): ChildProcess {
  return spawn(process.execPath, ['--expose-gc', '--import', 'tsx', 'bench/sync-worker.ts', orgId, runId], {
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tsconfig.server.json' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => void child.on('close', () => resolve()));
}

/** What is in the books, and how far they are apart from the others, in cents. */
async function figures(owner: postgres.Sql, orgId: string) {
  const [found] = await owner<
    { documents: number; allocations: number; owed: number; apart: number }[]
  >`select
    (select count(*)::int from documents where org_id = ${orgId}) as documents,
    (select count(*)::int from allocations where org_id = ${orgId}) as allocations,
    (select sum(open_minor)::float from open_items where org_id = ${orgId}) as owed,
    (select coalesce(sum(open_minor), 0)::float from source_rows where org_id = ${orgId} and object <> 'contact')
      - (select coalesce(sum(open_minor), 0)::float from open_items where org_id = ${orgId}) as apart`;
  return found ?? { documents: 0, allocations: 0, owed: 0, apart: 0 };
}
