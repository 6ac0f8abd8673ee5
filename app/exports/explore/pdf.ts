import { ExploreFile } from '@/components/pdf/explore-file';
import { recordReportRun } from '@/db/commands/record-report-run';
import { type ExploreDetail, explorePaper } from '@/db/queries/explore-paper';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { ExploreFilters } from '@/lib/explore-filters';
import { MOST_PDF_ROWS } from '@/lib/pdf-pages';
import { hashOf } from '../aging/file';
import { pdfInTurn } from '../pdf-turn';

/** Milliseconds that large books may take to be read. */
const WITHIN = 30_000;

/** What Explore shows as PDF, noted as taken away; null when it has more rows than such a file may have. */
export async function explorePdf(
  actor: StaffActor,
  { filters: asked, detail }: { readonly filters: ExploreFilters; readonly detail: ExploreDetail },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const limits = { detail, most: MOST_PDF_ROWS };
  const content = await withScope(actor, 'read', (tx) => explorePaper(tx, asked, limits), WITHIN);
  if (!content) return null;
  const madeAt = new Date();
  const file = await pdfInTurn(() => ExploreFile({ content, madeAt }));
  const { asOf, knownAt, after: _after, ...filters } = content.filters;
  const kind = detail === 'invoices' ? 'explore_rows_pdf' : 'explore_pdf';
  const run = { kind, asOf, knownAt, filters, fileHash: hashOf([file]), madeAt } as const;
  await withScope(actor, 'write', (tx) => recordReportRun(tx, actor, run));
  return file;
}
