import { inPages, PAGE_OF_FILE } from '@/db/queries/batches';
import { lastPeriods, type RecurringInvoice, recurringList } from '@/db/queries/recurring-invoices';
import type { Tx } from '@/db/scope';
import type { PlainDate } from '@/lib/domain/dates';
import { type RecurringFilters, readRecurringFilters, recurringFilter } from '@/lib/recurring-filters';
import { listDownload } from '../list-download';
import { RECURRING_COLUMNS, type RecurringLine } from './columns';

/** The list of invoices that repeat with the filters of its page, as CSV. */
export const GET = listDownload({
  kind: 'recurring_invoices',
  read: readRecurringFilters,
  columns: () => RECURRING_COLUMNS,
  batches: (tx, filters, { asOf }) => linesOf(tx, filters, asOf),
});

async function* linesOf(
  tx: Tx,
  filters: RecurringFilters,
  today: PlainDate,
): AsyncGenerator<RecurringLine[]> {
  const pages = inPages<RecurringInvoice, string>((afterId) =>
    recurringList(tx, recurringFilter(filters, today), { limit: PAGE_OF_FILE, afterId }),
  );
  for await (const rows of pages) {
    const last = await lastPeriods(
      tx,
      rows.map(({ id }) => id),
    );
    yield rows.map((row) => ({ ...row, today, last: last.get(row.id) ?? null }));
  }
}
