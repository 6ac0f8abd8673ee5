import { createHash } from 'node:crypto';
import { recordReportRun } from '@/db/commands/record-report-run';
import { type AgingDetail, knownBefore } from '@/db/queries/aging-paper';
import { withScope, withStoppableScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { AgingFilters } from '@/lib/filters';
import type { Write } from '../stream';
import { agingPieces } from './pieces';

/** Milliseconds that a file may take to be sent. */
const WITHIN = 600_000;

interface Asked {
  readonly filters: AgingFilters;
  readonly detail: AgingDetail;
  readonly write: Write;
  /** Aborts when nobody takes the file any more. */
  readonly signal: AbortSignal;
}

/**
 * Writes the aging report as CSV, from one snapshot, and notes at its end that it was taken away: what is broken off is not. It is
 * as known at the last instant that is recorded, whatever is recorded meanwhile: made again, it is the same to the byte.
 */
export async function writeAgingFile(
  actor: StaffActor,
  { filters: asked, detail, write, signal }: Asked,
): Promise<void> {
  const madeAt = new Date();
  const { knownAt, fileHash } = await withStoppableScope(
    actor,
    'read',
    async (tx) => {
      const known = await knownBefore(tx, asked.knownAt);
      const hash = createHash('sha256');
      for await (const piece of agingPieces(tx, { ...asked, knownAt: known }, { detail, madeAt })) {
        hash.update(piece);
        await write(piece);
      }
      return { knownAt: known, fileHash: hash.digest('hex') };
    },
    { within: WITHIN, signal },
  );
  const { asOf, knownAt: _at, page: _page, ...filters } = asked;
  const kind = detail === 'customers' ? 'aging' : 'aging_items';
  await withScope(actor, 'write', (tx) =>
    recordReportRun(tx, actor, { kind, asOf, knownAt, filters, fileHash, madeAt }),
  );
}

/** SHA-256 of a file in pieces, in hex. */
export function hashOf(pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
