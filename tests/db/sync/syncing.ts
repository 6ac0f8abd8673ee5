import { onTestFinished } from 'vitest';
import { connectBooks } from '@/db/commands/connect-books';
import { claimJobRun } from '@/db/commands/work-job-run';
import { syncOrganization } from '@/jobs/sync/sync';
import { seal } from '@/lib/seal';
import { SEALED_FOR } from '@/lib/sources/sealed-for';
import { SOURCES } from '@/lib/sources/sources';
import { uuid7 } from '@/lib/uuid';
import type { SandboxBooks, SandboxObject, SandboxRow } from '@/scripts/sandbox/books';
import { SANDBOX_KEY, SANDBOX_SECRET, startSandbox } from '@/scripts/sandbox/server';
import { createWorld, owner } from '../../world';

process.env.AUTH_SECRET ??= 'a secret of the tests, long enough to be one';

/** An organization that follows books of a sandbox of its own, not read yet. */
export async function followingWorld(books: SandboxBooks) {
  const world = await createWorld();
  const sandbox = await startSandbox(books);
  process.env.UNIFIED_URL = sandbox.url;
  onTestFinished(() => sandbox.close());
  const settings = { region: 'us', account: books.connectionId, key: SANDBOX_KEY };
  const known = await SOURCES.unified.connect(settings).books();
  const connect = (account = books.connectionId) =>
    world.write((tx) =>
      connectBooks(tx, world.admin, {
        source: 'unified',
        region: 'us',
        account,
        sealedKey: seal(SANDBOX_KEY, SEALED_FOR.key),
        sealedSecret: seal(SANDBOX_SECRET, SEALED_FOR.secret),
        books: known,
      }),
    );
  const { connectionId } = await connect();
  /** A run of its own; `slot` 6 reads everything. */
  const run = (slot = 0, id = uuid7()) => syncOrganization(world.admin, { id, slot });
  const put = (object: SandboxObject, id: string, changes: object | null) => {
    const rows = sandbox.books.rows[object];
    const at = rows.findIndex((row) => row.id === id);
    const before = rows[at] ?? { id };
    const next: SandboxRow[] =
      changes === null ? [] : [{ ...before, updated_at: new Date().toISOString(), ...changes }];
    sandbox.books.rows[object] = [...rows.filter((row) => row.id !== id), ...next];
  };
  const rows = () =>
    owner<
      SourceRowSeen[]
    >`select object, source_id as id, state, reason, document_id as "documentId", customer_id as "customerId",
      open_minor::float as "openMinor" from source_rows where org_id = ${world.org.id} order by 1, 2`;
  const reasonOf = async (object: string, id: string) =>
    (await rows()).find((row) => row.object === object && row.id === id)?.reason ?? null;
  /** Signed cents that are owed, by currency. */
  const owed = async () =>
    Object.fromEntries(
      (
        await owner<
          { currency: string; minor: number }[]
        >`select currency, sum(open_minor)::float as minor from open_items
          where org_id = ${world.org.id} group by 1 order by 1`
      ).map(({ currency, minor }) => [currency, minor]),
    );
  /** How many rows the ledger has: nothing may be added to it for nothing. */
  const ledger = async () => {
    const [counts] = await owner<{ documents: number; allocations: number; customers: number }[]>`select
      (select count(*)::int from documents where org_id = ${world.org.id}) as documents,
      (select count(*)::int from allocations where org_id = ${world.org.id}) as allocations,
      (select count(*)::int from customers where org_id = ${world.org.id}) as customers`;
    return counts;
  };
  return { ...world, sandbox, connectionId, connect, run, put, rows, reasonOf, owed, ledger, claimJobRun };
}

/** A row that was read, as it stands. */
interface SourceRowSeen {
  readonly object: string;
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly documentId: string | null;
  readonly customerId: string | null;
  readonly openMinor: number | null;
}
