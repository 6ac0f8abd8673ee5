import type { AgingSums } from '@/db/queries/aging';
import type { AgingItem } from '@/db/queries/aging-items';
import type { AgingPaper } from '@/db/queries/aging-paper';
import { bucketLabels } from '@/lib/domain/aging';
import { KIND_NAMES } from '@/lib/domain/documents';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatColumn, formatCount, formatDay, formatPercent } from '@/lib/format';
import { ageInk } from './ink';
import type { Head } from './lay';
import type { Line } from './table';
import { printable } from './type';

/** What the lines of the report are, and what they are counted in. */
const LINES = {
  customer: ['Customer', 'customer'],
  parent: ['Family', 'family', 'families'],
  owner: ['Owner', 'owner'],
  tag: ['Tag', 'tag'],
  item: ['Customer and document', 'item'],
} as const;

/** The headings of the report: what a line is, its buckets, what is not applied, the total, how old the oldest is. */
export function agingHeads({ filters, items }: AgingPaper): Head[] {
  const right = (heading: string): Head => ({ heading, align: 'right' });
  const labels = bucketLabels(filters.bounds);
  return [
    { heading: items ? 'Customer and document' : LINES[filters.groupBy][0], align: 'left' },
    ...(items ? [right('Date'), right('Due')] : []),
    ...labels.map((label, i) => ({ ...right(label), dot: ageInk(i, labels.length) })),
    right('Unapplied'),
    right('Total'),
    right(items ? 'Days' : 'Oldest'),
  ];
}

/** A line per customer or group, with `items` one for each open item below, and the totals. */
export function agingLines({ filters: { currency, groupBy }, lines, totals, items }: AgingPaper): Line[] {
  const gap = items ? ['', ''] : [];
  const column = (amount: Minor) => (amount === 0 ? '–' : formatColumn(amount, currency));
  const itemOf = (item: AgingItem, name: string) => itemLine(item, { name, totals, column });
  const behind = itemsByCustomer(items);
  const [, noun, plural] = LINES[groupBy];
  const count = formatCount(groupBy === 'item' ? (items?.length ?? 0) : lines.length, noun, plural);
  return [
    ...lines.flatMap((line): Line[] => [
      {
        look: items ? 'group' : 'row',
        cells: [printable(line.name), ...gap, ...amountsOf(line).map(column), oldest(line.oldestDays)],
      },
      ...(behind.get(line.customerId ?? '') ?? []).map((item) => itemOf(item, nameOf(item))),
    ]),
    ...(groupBy === 'item'
      ? (items ?? []).map((item) => itemOf(item, `${item.customer}, ${nameOf(item)}`))
      : []),
    {
      look: 'total',
      cells: [
        `Total, ${count}`,
        ...gap,
        ...amountsOf(totals).map((amount) => formatColumn(amount, currency)),
      ],
    },
    { look: 'quiet', cells: ['Share of billed', ...gap, ...shares(totals)] },
  ];
}

function amountsOf({ bucketsMinor, creditsMinor, totalMinor }: AgingSums): Minor[] {
  return [...bucketsMinor, creditsMinor, totalMinor];
}

function itemsByCustomer(items: AgingPaper['items']): Map<string, AgingItem[]> {
  const behind = new Map<string, AgingItem[]>();
  for (const item of items ?? []) {
    const list = behind.get(item.customerId);
    if (list) list.push(item);
    else behind.set(item.customerId, [item]);
  }
  return behind;
}

interface ItemLook {
  readonly name: string;
  readonly totals: AgingSums;
  readonly column: (amount: Minor) => string;
}

/** An item in the column of its bucket. */
function itemLine(item: AgingItem, { name, totals, column }: ItemLook): Line {
  const isDebit = item.amountMinor > 0;
  const at = isDebit ? item.bucket : totals.bucketsMinor.length;
  return {
    look: 'row',
    cells: [
      printable(name),
      formatDay(item.documentDate),
      isDebit ? formatDay(item.dueOn) : '–',
      ...[...totals.bucketsMinor, totals.creditsMinor].map((_, i) =>
        i === at ? column(item.openMinor) : '',
      ),
      '',
      isDebit ? oldest(item.days) : '',
    ],
  };
}

function nameOf({ kind, number }: AgingItem): string {
  return kind === 'invoice' ? number : `${KIND_NAMES[kind]} ${number}`;
}

function shares({ bucketsMinor, creditsMinor }: AgingSums): string[] {
  const billed = sumOf(bucketsMinor);
  return [...bucketsMinor, creditsMinor].map((amount) =>
    formatPercent(billed === 0 ? null : (Math.abs(amount) / billed) * 100),
  );
}

function oldest(days: number | null): string {
  return days === null || days <= 0 ? '–' : `${days} d`;
}
