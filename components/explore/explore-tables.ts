import type { PaperTable } from '@/components/paper-table';
import type { ExplorePaper } from '@/db/queries/explore-paper';
import { bucketLabels } from '@/lib/domain/aging';
import { percentCurrent } from '@/lib/domain/measures';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { type ExploreFilters, STATUS_FACTS } from '@/lib/explore-filters';
import { FACT_NAMES, itemsWords } from '@/lib/explore-words';
import { formatColumn, formatCount, formatDay, formatPercent } from '@/lib/format';
import { statusWords } from './status-words';

/** Explore on paper: what matches in figures, how old it is, what was said of it, whose it is, and the rows where they are wanted. */
export function exploreTables({ summary, filters, rows }: ExplorePaper): PaperTable[] {
  const column = (amount: Minor) => formatColumn(amount, filters.currency);
  return [
    figuresTable(summary, filters),
    ageTable(summary, filters),
    {
      title: 'By status',
      words:
        'The part that was promised and has not arrived, or is disputed; else what is open. An item may count under several.',
      heads: ['Status', filters.currency],
      rows: STATUS_FACTS.map((fact) => [FACT_NAMES[fact], column(summary.matched.factsMinor[fact])]),
      total: null,
    },
    {
      title: 'Customers with the most open',
      words: '',
      heads: ['Customer', ...bucketLabels(filters.bounds), 'Open'],
      rows: summary.top.map(({ customer, bucketsMinor, openMinor }) => [
        customer,
        ...bucketsMinor.map(column),
        column(openMinor),
      ]),
      total: null,
    },
    ...(rows ? [rowsTable(rows, summary, filters)] : []),
  ];
}

type Summary = ExplorePaper['summary'];

function figuresTable({ matched, whole }: Summary, { currency, withCredits }: ExploreFilters): PaperTable {
  const line = (name: string, mine: Minor, all: Minor) => [
    name,
    formatColumn(mine, currency),
    formatPercent(percentCurrent(mine, all), 1),
    formatColumn(all, currency),
  ];
  const credits = ({ openMinor, owedMinor }: typeof matched) => toMinor(openMinor - owedMinor);
  return {
    title: 'What matches',
    words: `${itemsWords(matched, { withCredits })}, ${formatCount(matched.customerCount, 'customer')}`,
    heads: ['', currency, 'Share', 'Of all'],
    rows: [
      line('Owed', matched.owedMinor, whole.owedMinor),
      line('Late', matched.lateMinor, whole.lateMinor),
      ...(withCredits ? [line('Unapplied credits', credits(matched), credits(whole))] : []),
    ],
    total: ['Open', formatColumn(matched.openMinor, currency), '', formatColumn(whole.openMinor, currency)],
  };
}

function ageTable({ matched }: Summary, { bounds, currency }: ExploreFilters): PaperTable {
  const { bucketsMinor, owedMinor } = matched;
  return {
    title: 'By age',
    words: '',
    heads: ['Age', currency, 'Share'],
    rows: bucketLabels(bounds).map((label, i) => {
      const amount = bucketsMinor[i] ?? ZERO;
      return [label, formatColumn(amount, currency), formatPercent(percentCurrent(amount, owedMinor), 1)];
    }),
    total: ['Owed', formatColumn(owedMinor, currency), ''],
  };
}

function rowsTable(
  rows: NonNullable<ExplorePaper['rows']>,
  { matched }: Summary,
  { currency }: ExploreFilters,
): PaperTable {
  return {
    title: 'Rows',
    words: 'In the order of the table.',
    heads: ['Customer and number', 'Owner', 'Due', 'Days late', 'Status', 'Open'],
    rows: rows.map((row) => [
      `${row.customer}, ${row.number}`,
      row.owner ?? '–',
      formatDay(row.dueOn),
      row.amountMinor > 0 && row.days > 0 ? String(row.days) : '–',
      statusWords(row) || '–',
      formatColumn(row.openMinor, currency),
    ]),
    total: ['Total', '', '', '', '', formatColumn(matched.openMinor, currency)],
  };
}
