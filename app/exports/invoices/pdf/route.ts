import { todayIn } from '@/lib/domain/dates';
import { readInvoiceFilters } from '@/lib/invoice-filters';
import { papersDownload } from '../../papers-download';
import { invoicesPdf } from '../pdf';

/** The invoices that the filters match in one PDF, each as its customer gets it. More than 25 are made by the worker. */
export const GET = papersDownload({
  read: (params, { currency }) => readInvoiceFilters(params, currency),
  fileName: (_filters, { timeZone }) => `invoices_${todayIn(timeZone)}.pdf`,
  make: invoicesPdf,
});
