import { invoiceBatches } from '@/db/queries/invoice-book';
import { readInvoiceFilters } from '@/lib/invoice-filters';
import { listDownload } from '../list-download';
import { INVOICE_COLUMNS } from './columns';

/** The list of invoices with the filters of its page, as CSV. */
export const GET = listDownload({
  kind: 'invoices',
  read: readInvoiceFilters,
  columns: () => INVOICE_COLUMNS,
  batches: (tx, filters, { asOf }) => invoiceBatches(tx, filters, asOf),
});
