import type { RecurringInvoice } from '@/db/queries/recurring-invoices';
import type { CsvColumn } from '@/lib/csv';
import type { PlainDate } from '@/lib/domain/dates';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { toDecimal } from '@/lib/domain/money';
import { billsFrom, nextBilling } from '@/lib/next-billing';
import { recurringState, rhythmWords } from '@/lib/rhythm-words';

/** An invoice that repeats, as of a day, with the latest day that it has billed or passed over. */
export type RecurringLine = RecurringInvoice & {
  readonly today: PlainDate;
  readonly last: PlainDate | null;
};

/** The columns of the list of invoices that repeat. */
export const RECURRING_COLUMNS: readonly CsvColumn<RecurringLine>[] = [
  { heading: 'Customer', type: 'text', cell: (row) => row.customer },
  { heading: 'First line', type: 'text', cell: (row) => row.lines[0]?.description ?? null },
  { heading: 'How often', type: 'text', cell: rhythmWords },
  { heading: 'Next', type: 'date', cell: (row) => nextBilling(row, billsFrom(row.last, row.today)) },
  { heading: 'Last billed', type: 'date', cell: (row) => row.last },
  { heading: 'Last day', type: 'date', cell: (row) => row.endsOn },
  { heading: 'State', type: 'text', cell: (row) => recurringState(row, row.today) },
  { heading: 'Currency', type: 'text', cell: (row) => row.currency },
  {
    heading: 'Each time',
    type: 'number',
    cell: (row) => toDecimal(linesTotal(priceLines(row.lines)).totalMinor, row.currency),
  },
];
