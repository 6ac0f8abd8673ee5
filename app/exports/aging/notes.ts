import type { AgingSums } from '@/db/queries/aging';
import type { CsvNote } from '@/lib/csv';
import { bucketLabels } from '@/lib/domain/aging';
import { type Minor, toDecimal } from '@/lib/domain/money';
import { filterWords } from '@/lib/filter-words';
import type { AgingFilters } from '@/lib/filters';

interface Noted {
  readonly filters: AgingFilters;
  /** The name behind a customer filter. */
  readonly customer: string | null;
  readonly madeAt: Date;
  readonly totals: AgingSums;
}

/** What the file says of itself: made when, as of and as known when, by which date, in what, what narrows it, and its totals. */
export function agingNotes({ filters, customer, madeAt, totals }: Noted): CsvNote[] {
  const { asOf, knownAt, basis, bounds, currency, net } = filters;
  const money = (name: string, amount: Minor): CsvNote => [name, toDecimal(amount, currency), 'number'];
  return [
    ['Generated at', madeAt.toISOString(), 'text'],
    ['As of', asOf, 'date'],
    ['As known at', knownAt ?? madeAt.toISOString(), 'text'],
    ['Aged by', `${basis} date`, 'text'],
    ['Currency', currency, 'text'],
    ['Filters', filterWords(filters, customer) || 'none', 'text'],
    ...bucketLabels(bounds, '-').map((label, i) => money(label, totals.bucketsMinor[i] ?? missing(i))),
    money(net ? 'Credits left, net oldest first' : 'Credits', totals.creditsMinor),
    money('Total', totals.totalMinor),
  ];
}

function missing(bucket: number): never {
  throw new Error(`the totals have no bucket ${bucket}`);
}
