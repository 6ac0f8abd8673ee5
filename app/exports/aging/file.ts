import { createHash } from 'node:crypto';
import { recordReportRun } from '@/db/commands/record-report-run';
import { type AgingSums, agingReport } from '@/db/queries/aging';
import { agingItems } from '@/db/queries/aging-items';
import { type AgingDetail, knownBefore } from '@/db/queries/aging-paper';
import { agingView } from '@/db/queries/aging-view';
import type { Tx } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { csvCell, csvFile, csvHead, csvLines } from '@/lib/csv';
import { toDecimal } from '@/lib/domain/money';
import { type AgingFilters, NO_LABEL } from '@/lib/filters';
import { itemColumns, reportColumns } from './columns';

/** Customers whose items are read at once. */
const BATCH = 500;

/**
 * The aging report as a file in pieces, with the totals of the screen as its last line, and notes that it was taken away. It is
 * made as known at the last instant that is recorded, whatever is recorded meanwhile: made again, it is the same to the byte.
 */
export async function agingFile(
  tx: Tx,
  actor: StaffActor,
  { filters: asked, detail }: { readonly filters: AgingFilters; readonly detail: AgingDetail },
): Promise<string[]> {
  const knownAt = await knownBefore(tx, asked.knownAt);
  const filters = { ...asked, knownAt };
  const pieces = await agingPieces(tx, filters, detail);
  const { asOf, knownAt: _at, page: _page, ...rest } = filters;
  await recordReportRun(tx, actor, {
    kind: detail === 'customers' ? 'aging' : 'aging_items',
    asOf,
    knownAt,
    filters: rest,
    fileHash: hashOf(pieces),
  });
  return pieces;
}

/** The file itself: a function of the filters and of what was recorded by their known-at instant, and of nothing else. */
export async function agingPieces(tx: Tx, filters: AgingFilters, detail: AgingDetail): Promise<string[]> {
  if (detail === 'items') {
    const { rows, totals } = await agingReport(tx, { ...filters, groupBy: 'customer' }, null);
    const ids = rows.map((row) => row.customerId);
    const columns = itemColumns(filters);
    const pieces = [csvHead(columns)];
    for (let at = 0; at < ids.length; at += BATCH)
      pieces.push(...csvLines(columns, await agingItems(tx, filters, ids.slice(at, at + BATCH))));
    return [...pieces, itemTotal(filters, totals)];
  }
  const view = await agingView(tx, filters, null);
  const { totals } = view.report;
  if (view.by === 'item')
    return [...csvFile(itemColumns(filters), view.report.rows), itemTotal(filters, totals)];
  const lines =
    view.by === 'group'
      ? view.report.rows.map((row) => ({ ...row, name: row.label ?? NO_LABEL[view.of] }))
      : view.report.rows.map((row) => ({ ...row, name: row.customer }));
  return [...csvFile(reportColumns(filters), [...lines, { name: 'Total', ...totals }])];
}

/** SHA-256 of a file in pieces, in hex. */
export function hashOf(pieces: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

function itemTotal(filters: AgingFilters, { totalMinor }: AgingSums): string {
  const cells = itemColumns(filters).map(({ heading, type }) => {
    if (heading === 'Customer') return csvCell('Total', type);
    if (heading === 'Currency') return csvCell(filters.currency, type);
    return heading === 'Open' ? csvCell(toDecimal(totalMinor, filters.currency), type) : '';
  });
  return `${cells.join(',')}\r\n`;
}
