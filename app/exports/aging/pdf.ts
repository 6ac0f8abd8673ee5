import { AgingFile } from '@/components/pdf/aging-file';
import { recordAgingPaper } from '@/db/commands/record-aging-paper';
import { type AgingDetail, type AgingPaper, agingPaper } from '@/db/queries/aging-paper';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { AgingFilters } from '@/lib/filters';
import { pdfInTurn } from '../pdf-turn';
import { hashOf } from './file';

/** Milliseconds that a large report may take to be read. */
const WITHIN = 30_000;

/**
 * The aging report as PDF, noted as taken away. Read in one transaction and noted in another: making the file takes longer than a
 * transaction should, and what it is made of is fixed by its known-at instant.
 */
export async function agingPdf(
  actor: StaffActor,
  filters: AgingFilters,
  detail: AgingDetail,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = await withScope(actor, 'read', (tx) => agingPaper(tx, filters, detail), WITHIN);
  const madeAt = new Date();
  const file = await makeAgingPdf(content, madeAt);
  const fileHash = hashOf([file]);
  await withScope(actor, 'write', (tx) => recordAgingPaper(tx, actor, content, { madeAt, fileHash }));
  return file;
}

/** The file itself: a function of what stands in it and of nothing else. */
export function makeAgingPdf(content: AgingPaper, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  return pdfInTurn(() => AgingFile({ content, madeAt }));
}
