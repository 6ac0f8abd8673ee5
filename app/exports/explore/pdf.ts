import { ExploreFile } from '@/components/pdf/explore-file';
import { queueReportJob } from '@/db/commands/queue-report-job';
import { recordExplorePaper } from '@/db/commands/record-explore-paper';
import { type ExploreDetail, type ExplorePaper, explorePaper } from '@/db/queries/explore-paper';
import { LARGE_BOOKS_WITHIN, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { ExploreFilters } from '@/lib/explore-filters';
import { MOST_PDF_ROWS } from '@/lib/pdf-pages';
import { hashOf } from '../aging/file';
import { pdfInTurn } from '../pdf-turn';

interface AskedPdf {
  readonly filters: ExploreFilters;
  readonly detail: ExploreDetail;
  readonly fileName: string;
}

/** What Explore shows as PDF, noted as taken away; null when it is long and was put on the list of the worker. */
export async function explorePdf(
  actor: StaffActor,
  { filters: asked, detail, fileName }: AskedPdf,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const limits = { detail, most: MOST_PDF_ROWS };
  const content = await withScope(actor, 'read', (tx) => explorePaper(tx, asked, limits), LARGE_BOOKS_WITHIN);
  if (!content) {
    const params = { filters: asked, by: actor.name };
    await withScope(actor, 'write', (tx) => queueReportJob(tx, actor, { kind: 'explore', params, fileName }));
    return null;
  }
  const madeAt = new Date();
  const file = await makeExplorePdf(content, madeAt);
  const fileHash = hashOf([file]);
  await withScope(actor, 'write', (tx) => recordExplorePaper(tx, actor, content, { madeAt, fileHash }));
  return file;
}

/** The file itself: a function of what stands in it and of nothing else. */
export function makeExplorePdf(content: ExplorePaper, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  return pdfInTurn(() => ExploreFile({ content, madeAt }));
}
