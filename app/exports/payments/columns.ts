import type { PaymentBookRow } from '@/db/queries/payment-book';
import type { CsvColumn } from '@/lib/csv';
import { toDecimal, toMinor } from '@/lib/domain/money';

/** The columns of the list of payments; amounts above 0. */
export const PAYMENT_COLUMNS: readonly CsvColumn<PaymentBookRow>[] = [
  { heading: 'Payment', type: 'text', cell: (row) => row.number },
  { heading: 'Customer', type: 'text', cell: (row) => row.customer },
  { heading: 'Received', type: 'date', cell: (row) => row.documentDate },
  { heading: 'Method', type: 'text', cell: (row) => row.method },
  { heading: 'Reference', type: 'text', cell: (row) => row.reference },
  { heading: 'Payer', type: 'text', cell: (row) => row.payer },
  { heading: 'Reversed', type: 'text', cell: (row) => (row.isReversed ? 'yes' : 'no') },
  { heading: 'Currency', type: 'text', cell: (row) => row.currency },
  { heading: 'Unapplied', type: 'number', cell: (row) => toDecimal(toMinor(-row.openMinor), row.currency) },
  { heading: 'Amount', type: 'number', cell: (row) => toDecimal(toMinor(-row.amountMinor), row.currency) },
];
