import type { InvoiceBookRow } from '@/db/queries/invoice-book';
import type { CsvColumn } from '@/lib/csv';
import { KIND_NAMES } from '@/lib/domain/documents';
import { toDecimal } from '@/lib/domain/money';
import { STATUS_NAMES } from '@/lib/domain/status';

/** The columns of the list of invoices. */
export const INVOICE_COLUMNS: readonly CsvColumn<InvoiceBookRow>[] = [
  { heading: 'Invoice', type: 'text', cell: (row) => row.number },
  { heading: 'Kind', type: 'text', cell: (row) => KIND_NAMES[row.kind] },
  { heading: 'Customer', type: 'text', cell: (row) => row.customer },
  { heading: 'Purchase order', type: 'text', cell: (row) => row.purchaseOrder },
  { heading: 'Issued', type: 'date', cell: (row) => row.documentDate },
  { heading: 'Due', type: 'date', cell: (row) => row.dueOn },
  { heading: 'Status', type: 'text', cell: (row) => STATUS_NAMES[row.status] },
  { heading: 'Currency', type: 'text', cell: (row) => row.currency },
  { heading: 'Amount', type: 'number', cell: (row) => toDecimal(row.amountMinor, row.currency) },
  { heading: 'Open', type: 'number', cell: (row) => toDecimal(row.openMinor, row.currency) },
];
