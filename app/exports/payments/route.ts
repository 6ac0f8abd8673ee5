import { paymentBatches } from '@/db/queries/payment-book';
import { readPaymentFilters } from '@/lib/payment-filters';
import { listDownload } from '../list-download';
import { PAYMENT_COLUMNS } from './columns';

/** The list of payments with the filters of its page, as CSV. */
export const GET = listDownload({
  kind: 'payments',
  read: readPaymentFilters,
  columns: () => PAYMENT_COLUMNS,
  batches: paymentBatches,
});
