import { PackFile, type PackSheets } from '@/components/pdf/pack-file';
import { packFacts, packTables } from '@/components/reports/pack-tables';
import { recordReportRun } from '@/db/commands/record-report-run';
import { monthEndPack } from '@/db/queries/month-end-pack';
import { LARGE_BOOKS_WITHIN, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { AgingFilters } from '@/lib/filters';
import { hashOf } from '../aging/file';
import { pdfInTurn } from '../pdf-turn';

/** The month-end pack as PDF, noted as taken away; null when there are more customers than it has room for. */
export async function packPdf(
  actor: StaffActor,
  asked: AgingFilters,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const pack = await withScope(actor, 'read', (tx) => monthEndPack(tx, asked), LARGE_BOOKS_WITHIN);
  if (!pack) return null;
  const madeAt = new Date();
  const { aging } = pack;
  const { seller, paper, timeZone } = aging;
  const sheets = { facts: packFacts(pack), tables: packTables(pack) };
  const file = await makePackPdf({ aging, ...sheets }, madeAt);
  const { asOf, knownAt, page: _page, ...filters } = aging.filters;
  const content = { seller, paper, timeZone, ...sheets };
  const fileHash = hashOf([file]);
  const run = { kind: 'month_end_pdf', asOf, knownAt, filters, content, fileHash, madeAt } as const;
  await withScope(actor, 'write', (tx) => recordReportRun(tx, actor, run));
  return file;
}

/** The file itself: a function of what stands in it and of nothing else. */
export function makePackPdf(content: PackSheets, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  return pdfInTurn(() => PackFile({ content, madeAt }));
}
