import { statusWords } from '@/components/explore/status-words';
import type { ExploreRow } from '@/db/queries/explore-rows';
import type { CsvColumn } from '@/lib/csv';
import { bucketLabels } from '@/lib/domain/aging';
import { KIND_NAMES } from '@/lib/domain/documents';
import { toDecimal } from '@/lib/domain/money';
import type { ExploreFilters } from '@/lib/explore-filters';

/** Which columns a file has: those of the table on screen, or all that is known of an open item. */
export type Columns = 'table' | 'all';

/** The columns of a file of open items. */
export function exploreColumns(filters: ExploreFilters, columns: Columns): CsvColumn<ExploreRow>[] {
  return columns === 'all' ? everyColumn(filters) : tableColumns(filters);
}

function tableColumns({ currency }: ExploreFilters): CsvColumn<ExploreRow>[] {
  return [
    { heading: 'Invoice', type: 'text', cell: (row) => row.number },
    { heading: 'Customer', type: 'text', cell: (row) => row.customer },
    { heading: 'Owner', type: 'text', cell: (row) => row.owner },
    { heading: 'Due', type: 'date', cell: (row) => row.dueOn },
    { heading: 'Days late', type: 'number', cell: daysOf },
    { heading: 'Status', type: 'text', cell: (row) => statusWords(row) || null },
    { heading: 'Currency', type: 'text', cell: () => currency },
    { heading: 'Open', type: 'number', cell: (row) => toDecimal(row.openMinor, currency) },
  ];
}

function everyColumn(filters: ExploreFilters): CsvColumn<ExploreRow>[] {
  const { currency, bounds } = filters;
  const labels = bucketLabels(bounds, '-');
  const [invoice, customer, owner, due, days, status, inCurrency, open] = tableColumns(filters);
  const own = (column: CsvColumn<ExploreRow> | undefined) => (column ? [column] : []);
  return [
    { heading: 'Kind', type: 'text', cell: (row) => KIND_NAMES[row.kind] },
    ...own(invoice),
    { heading: 'Instalment', type: 'number', cell: (row) => String(row.instalment) },
    ...own(customer),
    { heading: 'Customer code', type: 'text', cell: (row) => row.customerCode },
    ...own(owner),
    { heading: 'Tags', type: 'text', cell: (row) => row.tags.join('; ') || null },
    { heading: 'Date', type: 'date', cell: (row) => row.documentDate },
    ...own(due),
    ...own(days),
    {
      heading: 'Bucket',
      type: 'text',
      cell: (row) => (row.amountMinor > 0 ? (labels[row.bucket] ?? null) : 'Credits'),
    },
    ...own(status),
    {
      heading: 'Disputed',
      type: 'number',
      cell: (row) => (row.disputedMinor > 0 ? toDecimal(row.disputedMinor, currency) : null),
    },
    {
      heading: 'Promised',
      type: 'number',
      cell: ({ promise }) => promise && toDecimal(promise.amountMinor, currency),
    },
    { heading: 'Promised for', type: 'date', cell: ({ promise }) => promise?.promisedFor ?? null },
    { heading: 'Times reminded', type: 'number', cell: (row) => String(row.remindedTimes) },
    { heading: 'Last reminded', type: 'date', cell: (row) => row.remindedOn },
    ...own(inCurrency),
    { heading: 'Amount', type: 'number', cell: (row) => toDecimal(row.amountMinor, currency) },
    ...own(open),
  ];
}

/** Credits are never late. */
function daysOf({ amountMinor, days }: ExploreRow): string | null {
  return amountMinor > 0 ? String(days) : null;
}
