import { type AgingSums, agingReport } from '@/db/queries/aging';
import { agingItemBatches, agingItems } from '@/db/queries/aging-items';
import { type AgingDetail, nameBehind } from '@/db/queries/aging-paper';
import { agingBatches } from '@/db/queries/aging-stream';
import { agingView } from '@/db/queries/aging-view';
import type { Tx } from '@/db/scope';
import { type CsvColumn, csvCell, csvLines, csvNotedHead } from '@/lib/csv';
import { toDecimal } from '@/lib/domain/money';
import type { AgingFilters } from '@/lib/filters';
import { itemColumns, reportColumns } from './columns';
import { agingNotes } from './notes';

/** Customers whose items are read at once. */
const TOGETHER = 100;

interface Asked {
  readonly detail: AgingDetail;
  /** It stands in the file. */
  readonly madeAt: Date;
}

/**
 * The file itself, batch by batch: a function of the filters, of when it was made and of what was recorded by its known-at
 * instant, and of nothing else. Its totals stand above the table and, as its last line, below.
 */
export async function* agingPieces(
  tx: Tx,
  filters: AgingFilters,
  { detail, madeAt }: Asked,
): AsyncGenerator<string> {
  const isByItem = detail === 'items' || filters.groupBy === 'item';
  const totals = await totalsOf(tx, filters, detail);
  const notes = agingNotes({ filters, customer: await nameBehind(tx, filters), madeAt, totals });
  if (isByItem) {
    const columns = itemColumns(filters);
    yield csvNotedHead(notes, columns);
    for await (const items of detail === 'items' ? itemsBehind(tx, filters) : agingItemBatches(tx, filters))
      yield* csvLines(columns, items);
    yield itemTotal(columns, filters, totals);
    return;
  }
  const columns = reportColumns(filters);
  yield csvNotedHead(notes, columns);
  for await (const lines of agingBatches(tx, filters)) yield* csvLines(columns, lines);
  yield* csvLines(columns, [{ name: 'Total', ...totals }]);
}

async function totalsOf(tx: Tx, filters: AgingFilters, detail: AgingDetail): Promise<AgingSums> {
  if (detail === 'items') return (await agingReport(tx, { ...filters, groupBy: 'customer' }, 1)).totals;
  return (await agingView(tx, { ...filters, page: 1 }, 1)).report.totals;
}

/** The items behind the customers of the report, in their order. */
async function* itemsBehind(tx: Tx, filters: AgingFilters) {
  for await (const lines of agingBatches(tx, { ...filters, groupBy: 'customer' })) {
    const ids = lines.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
    for (let at = 0; at < ids.length; at += TOGETHER)
      yield await agingItems(tx, filters, ids.slice(at, at + TOGETHER));
  }
}

function itemTotal<Row>(
  columns: readonly CsvColumn<Row>[],
  { currency }: AgingFilters,
  { totalMinor }: AgingSums,
): string {
  const cells = columns.map(({ heading, type }) => {
    if (heading === 'Customer') return csvCell('Total', type);
    if (heading === 'Currency') return csvCell(currency, type);
    return heading === 'Open' ? csvCell(toDecimal(totalMinor, currency), type) : '';
  });
  return `${cells.join(',')}\r\n`;
}
