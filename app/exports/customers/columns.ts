import type { CustomerRow } from '@/db/queries/customer-list';
import type { CustomerStanding } from '@/db/queries/customer-standing';
import type { CsvColumn } from '@/lib/csv';
import { wholeScore } from '@/lib/domain/health';
import { toDecimal } from '@/lib/domain/money';
import { HEALTH_BANDS } from '@/lib/health-words';

/** A customer of the file, with how it pays. */
export interface CustomerLine extends CustomerRow {
  readonly standing: CustomerStanding | undefined;
}

/** The columns of the list of customers, with amounts in one currency. */
export function customerColumns(currency: string): CsvColumn<CustomerLine>[] {
  return [
    { heading: 'Id', type: 'text', cell: (row) => row.id },
    { heading: 'Customer', type: 'text', cell: (row) => row.name },
    { heading: 'Code', type: 'text', cell: (row) => row.code },
    { heading: 'Owner', type: 'text', cell: (row) => row.owner },
    { heading: 'Tags', type: 'text', cell: (row) => row.tags.join('; ') || null },
    { heading: 'Days to pay', type: 'number', cell: (row) => String(row.termsDays) },
    { heading: 'E-mail', type: 'text', cell: (row) => row.email },
    { heading: 'Credit hold', type: 'text', cell: (row) => (row.isOnHold ? 'yes' : 'no') },
    { heading: 'Archived', type: 'text', cell: (row) => (row.isArchived ? 'yes' : 'no') },
    {
      heading: 'Health',
      type: 'text',
      cell: ({ standing }) => (standing?.band ? HEALTH_BANDS[standing.band] : null),
    },
    {
      heading: 'Health score',
      type: 'number',
      cell: ({ standing }) =>
        standing && standing.score !== null ? String(wholeScore(standing.score)) : null,
    },
    { heading: 'Last paid', type: 'date', cell: ({ standing }) => standing?.lastPaidOn ?? null },
    { heading: 'Open invoices', type: 'number', cell: (row) => String(row.openCount) },
    {
      heading: 'Oldest, days late',
      type: 'number',
      cell: (row) => (row.oldestDays === null ? null : String(row.oldestDays)),
    },
    { heading: 'Currency', type: 'text', cell: () => currency },
    { heading: 'Late', type: 'number', cell: (row) => toDecimal(row.lateMinor, currency) },
    { heading: 'Unapplied', type: 'number', cell: (row) => toDecimal(row.creditsMinor, currency) },
    { heading: 'Balance', type: 'number', cell: (row) => toDecimal(row.totalMinor, currency) },
    { heading: 'Also owes in', type: 'text', cell: (row) => row.otherCurrencies.join('; ') || null },
  ];
}
