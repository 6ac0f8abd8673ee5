import { inPages, PAGE_OF_FILE } from '@/db/queries/batches';
import { type ByName, type ServiceRecord, serviceList } from '@/db/queries/catalogue';
import { isActiveIn, readCatalogueFilters } from '@/lib/catalogue-filters';
import type { CsvColumn } from '@/lib/csv';
import { toDecimal } from '@/lib/domain/money';
import { listDownload } from '../list-download';

const COLUMNS: readonly CsvColumn<ServiceRecord>[] = [
  { heading: 'Service', type: 'text', cell: (row) => row.name },
  { heading: 'On the invoice', type: 'text', cell: (row) => row.description },
  { heading: 'Offered', type: 'text', cell: (row) => (row.isActive ? 'yes' : 'no') },
  { heading: 'Tax percent', type: 'number', cell: (row) => row.taxPercent },
  { heading: 'Currency', type: 'text', cell: (row) => row.currency },
  { heading: 'Fee', type: 'number', cell: (row) => toDecimal(row.feeMinor, row.currency) },
];

/** The list of services with the filters of its page, as CSV. */
export const GET = listDownload({
  kind: 'services',
  read: readCatalogueFilters,
  columns: () => COLUMNS,
  batches: (tx, { q, show }) =>
    inPages<ServiceRecord, ByName>((after) =>
      serviceList(tx, { isActive: isActiveIn(show), q }, { limit: PAGE_OF_FILE, after }),
    ),
});
