import { analyzeBooks, analyzeSourceRows } from '@/db/bulk';
import { applyParts } from '@/db/commands/sync/apply-parts';
import { checkRows, retryAside } from '@/db/commands/sync/check-rows';
import { endSync } from '@/db/commands/sync/end-sync';
import { linkParents, loadContacts } from '@/db/commands/sync/load-contacts';
import { loadPapers } from '@/db/commands/sync/load-papers';
import { assertFollowed, beginSync, enterStep, logSync, setProblem } from '@/db/commands/sync/sync-progress';
import type { ClaimedRun } from '@/db/commands/work-job-run';
import { sealedConnection } from '@/db/queries/connection';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { unseal } from '@/lib/seal';
import { SEALED_FOR } from '@/lib/sources/sealed-for';
import { SourceError } from '@/lib/sources/source';
import { SOURCES } from '@/lib/sources/sources';
import { SYNC_STEPS, type SyncCounts, type SyncStep } from '@/lib/sources/sync';
import { fetchRows } from './fetch';
import type { SyncWork } from './sync-work';

/** Milliseconds that one transaction of a run may take. */
const WITHIN = 60_000;

/**
 * Follows the books elsewhere of one organization: reads, checks, books, compares. Every piece is a transaction that notes how far the run
 * is, so whoever takes up a run that was killed goes on where it stopped. Answers what it did.
 * @throws SourceError when the other books do not answer as they should, or were disconnected meanwhile; what was booked by then stays.
 */
export async function syncOrganization(
  actor: StaffActor,
  { id, slot }: Pick<ClaimedRun, 'id' | 'slot'>,
): Promise<SyncCounts> {
  const connection = await withScope(actor, 'read', sealedConnection);
  if (!connection) return {};
  const key = connection.sealedKey === null ? null : unseal(connection.sealedKey, SEALED_FOR.key);
  const run = await withScope(actor, 'write', (tx) => beginSync(tx, connection, { id, slot }));
  const write = <T>(work: (tx: Tx) => Promise<T>) =>
    withScope(
      actor,
      'write',
      async (tx) => {
        await assertFollowed(tx, connection.id);
        return work(tx);
      },
      WITHIN,
    );
  try {
    if (key === null)
      throw new SourceError(
        'refused',
        'The key cannot be read any more: AUTH_SECRET is another. Connect again.',
      );
    const client = SOURCES[connection.source].connect({ ...connection, key });
    const work: SyncWork = { actor, connection, run, client, write };
    for (const step of SYNC_STEPS.slice(SYNC_STEPS.indexOf(run.step))) {
      await write((tx) => enterStep(tx, run.id, step, run.step === step ? run.cursor : null));
      await STEPS[step](work);
    }
    return await write((tx) => endSync(tx, actor, { connection, runId: run.id }));
  } catch (error) {
    const said = error instanceof SourceError ? error.message : 'It failed. The log of the worker says why.';
    await withScope(actor, 'write', async (tx) => {
      await logSync(tx, run.id, said);
      if (error instanceof SourceError && error.kind !== 'failed') await setProblem(tx, connection.id, said);
    });
    throw error;
  }
}

const STEPS: Readonly<Record<SyncStep, (work: SyncWork) => Promise<void>>> = {
  fetch: fetchRows,
  check: async ({ actor, connection, run, write }) => {
    await write((tx) => retryAside(tx, connection.id));
    await write((tx) => analyzeSourceRows(tx, connection.id));
    const count = await untilDone(() => write((tx) => checkRows(tx, actor.org, connection)));
    await write((tx) =>
      logSync(tx, run.id, `Looked at ${count} rows that are new, changed or were set aside.`),
    );
  },
  load: async ({ actor, connection, run, write }) => {
    const reader = { connectionId: connection.id, runId: run.id };
    await untilDone(() => write((tx) => loadContacts(tx, reader)));
    await write((tx) => linkParents(tx, connection.id));
    let loaded = 0;
    for (const object of ['invoice', 'credit_memo', 'payment'] as const) {
      const loading = { connection, runId: run.id, object };
      const count = await untilDone(async () => {
        const done = await write((tx) => loadPapers(tx, actor, loading));
        loaded += done;
        await write((tx) => analyzeBooks(tx, Math.floor(loaded / 2)));
        return done;
      });
      await write((tx) => logSync(tx, run.id, `Went through ${count} rows of the list ${object}.`));
    }
    const customers = await untilDone(() =>
      write((tx) => applyParts(tx, actor, { connection, runId: run.id })),
    );
    await write((tx) => logSync(tx, run.id, `Compared what is applied on ${customers} accounts.`));
  },
  totals: async () => {},
};

/** Does pieces of something until none is left. Answers how much there was. */
async function untilDone(piece: () => Promise<number>): Promise<number> {
  let count = 0;
  for (let done = -1; done !== 0; count += done) done = await piece();
  return count;
}
