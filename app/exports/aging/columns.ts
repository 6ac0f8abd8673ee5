import type { AgingSums } from '@/db/queries/aging';
import type { AgingItem } from '@/db/queries/aging-items';
import type { CsvColumn } from '@/lib/csv';
import { bucketLabels } from '@/lib/domain/aging';
import { KIND_NAMES } from '@/lib/domain/documents';
import { type Minor, toDecimal } from '@/lib/domain/money';
import type { AgingFilters } from '@/lib/filters';

/** A line of the report: of a customer, a family, an owner or a tag, or of the totals. */
export type ReportLine = AgingSums & { readonly name: string };

const HEADINGS = {
  customer: 'Customer',
  parent: 'Family',
  owner: 'Owner',
  tag: 'Tag',
  item: 'Customer',
} as const;

/** Whose line it is, currency, a column per bucket, credits, total: as on screen. */
export function reportColumns({ bounds, currency, groupBy, net }: AgingFilters): CsvColumn<ReportLine>[] {
  const money = (heading: string, amount: (line: ReportLine) => Minor): CsvColumn<ReportLine> => ({
    heading,
    type: 'number',
    cell: (line) => toDecimal(amount(line), currency),
  });
  return [
    { heading: HEADINGS[groupBy], type: 'text', cell: (line) => line.name },
    { heading: 'Currency', type: 'text', cell: () => currency },
    ...bucketLabels(bounds, '-').map((label, i) =>
      money(label, (line) => line.bucketsMinor[i] ?? missing(i)),
    ),
    money(net ? 'Credits left, net oldest first' : 'Credits', (line) => line.creditsMinor),
    money('Total', (line) => line.totalMinor),
  ];
}

/** An open item per line; credits have no bucket of their own. */
export function itemColumns({ bounds, currency }: AgingFilters): CsvColumn<AgingItem>[] {
  const labels = bucketLabels(bounds, '-');
  return [
    { heading: 'Customer', type: 'text', cell: (item) => item.customer },
    { heading: 'Kind', type: 'text', cell: (item) => KIND_NAMES[item.kind] },
    { heading: 'Number', type: 'text', cell: (item) => item.number },
    { heading: 'Date', type: 'date', cell: (item) => item.documentDate },
    { heading: 'Due', type: 'date', cell: (item) => item.dueOn },
    {
      heading: 'Days past due',
      type: 'number',
      cell: (item) => (item.amountMinor > 0 ? String(item.days) : null),
    },
    {
      heading: 'Bucket',
      type: 'text',
      cell: (item) => (item.amountMinor > 0 ? (labels[item.bucket] ?? missing(item.bucket)) : 'Credits'),
    },
    { heading: 'Currency', type: 'text', cell: () => currency },
    { heading: 'Amount', type: 'number', cell: (item) => toDecimal(item.amountMinor, currency) },
    { heading: 'Open', type: 'number', cell: (item) => toDecimal(item.openMinor, currency) },
  ];
}

function missing(bucket: number): never {
  throw new Error(`the report has no bucket ${bucket}`);
}
