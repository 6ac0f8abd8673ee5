import { PackFile } from '@/components/pdf/pack-file';
import { recordReportRun } from '@/db/commands/record-report-run';
import { monthEndPack } from '@/db/queries/month-end-pack';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { AgingFilters } from '@/lib/filters';
import { hashOf } from '../aging/file';
import { pdfInTurn } from '../pdf-turn';

/** Milliseconds that large books may take to be read. */
const WITHIN = 30_000;

/** The month-end pack as PDF, noted as taken away; null when there are more customers than it has room for. */
export async function packPdf(
  actor: StaffActor,
  asked: AgingFilters,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = await withScope(actor, 'read', (tx) => monthEndPack(tx, asked), WITHIN);
  if (!content) return null;
  const madeAt = new Date();
  const file = await pdfInTurn(() => PackFile({ content, madeAt }));
  const { asOf, knownAt, page: _page, ...filters } = content.aging.filters;
  const run = { kind: 'month_end_pdf', asOf, knownAt, filters, fileHash: hashOf([file]), madeAt } as const;
  await withScope(actor, 'write', (tx) => recordReportRun(tx, actor, run));
  return file;
}
