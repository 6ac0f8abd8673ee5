import { AgingFile } from '@/components/pdf/aging-file';
import { queueReportJob } from '@/db/commands/queue-report-job';
import { recordAgingPaper } from '@/db/commands/record-aging-paper';
import { type AgingDetail, type AgingPaper, agingPaper } from '@/db/queries/aging-paper';
import { LARGE_BOOKS_WITHIN, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { AgingFilters } from '@/lib/filters';
import { MOST_PDF_ROWS } from '@/lib/pdf-pages';
import { pdfInTurn } from '../pdf-turn';
import { hashOf } from './file';

/**
 * The aging report as PDF, noted as taken away; null when it is long and was put on the list of the worker. Read in one transaction
 * and noted in another: making the file takes longer than a transaction should, and its known-at instant fixes what it is made of.
 */
export async function agingPdf(
  actor: StaffActor,
  { filters, detail, fileName }: AskedPdf,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const asked = { detail, most: MOST_PDF_ROWS };
  const content = await withScope(actor, 'read', (tx) => agingPaper(tx, filters, asked), LARGE_BOOKS_WITHIN);
  if (content === null) {
    const params = { filters, detail, by: actor.name };
    await withScope(actor, 'write', (tx) => queueReportJob(tx, actor, { kind: 'aging', params, fileName }));
    return null;
  }
  const madeAt = new Date();
  const file = await makeAgingPdf(content, madeAt);
  const fileHash = hashOf([file]);
  await withScope(actor, 'write', (tx) => recordAgingPaper(tx, actor, content, { madeAt, fileHash }));
  return file;
}

interface AskedPdf {
  readonly filters: AgingFilters;
  readonly detail: AgingDetail;
  readonly fileName: string;
}

/** The file itself: a function of what stands in it and of nothing else. */
export function makeAgingPdf(content: AgingPaper, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  return pdfInTurn(() => AgingFile({ content, madeAt }));
}
