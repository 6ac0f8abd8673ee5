import { provisionTable } from '@/components/dashboard/tables/aging-tables';
import type { PaperTable } from '@/components/paper-table';
import type { MonthEndPack } from '@/db/queries/month-end-pack';
import { bucketLabels } from '@/lib/domain/aging';
import {
  CONCENTRATION,
  CROSS_AGING,
  concentrated,
  creditsInPrior,
  crossAged,
  type DebtorBalance,
  over90,
  type SingledOut,
} from '@/lib/domain/borrowing-base';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatColumn, formatCount, formatDay, formatPercent } from '@/lib/format';

/** What follows the aging summary: what is old, who is out and why, what may be lost, and how it went month by month. */
export function packTables(pack: MonthEndPack): PaperTable[] {
  const { debtors } = pack;
  const { currency } = pack.aging.filters;
  const table = debtorTable(debtors, currency);
  return [
    table(
      'More than 90 days past due',
      'Every customer with something more than 90 days past its due date.',
      { ...over90(debtors), sumWords: 'Over 90 days in all', sumAt: 2 },
    ),
    ...CROSS_AGING.map((percent) =>
      table(
        `Cross-aging at ${percent}%`,
        `Customers with more than ${percent}% of what they are billed over 90 days past due: all that they are billed is out.`,
        { ...crossAged(debtors, percent), sumWords: 'Out in all', sumAt: 1 },
      ),
    ),
    table(
      `Concentration above ${CONCENTRATION}%`,
      `Customers that owe more than ${CONCENTRATION}% of all that is owed, and by how much in all.`,
      { ...concentrated(debtors, CONCENTRATION), sumWords: 'Excess in all', sumAt: 4 },
    ),
    table('Credits in prior', 'Credits that no invoice has taken, of customers that are past due.', {
      ...creditsInPrior(debtors),
      sumWords: 'Credits in all',
      sumAt: 3,
    }),
    expectedLoss(pack),
    measureTable(pack),
  ];
}

/** Customers that are singled out, with what their sum is called and under which column it stands. */
interface Singled extends SingledOut {
  readonly sumWords: string;
  readonly sumAt: number;
}

function debtorTable(debtors: readonly DebtorBalance[], currency: string) {
  const column = (amount: Minor) => (amount === 0 ? '–' : formatColumn(amount, currency));
  const all = sumOf(debtors.map(({ totalMinor }) => totalMinor));
  const share = (amount: Minor) => formatPercent(all > 0 ? (amount / all) * 100 : null, 1);
  return (
    title: string,
    words: string,
    { debtors: out, totalMinor, sumWords, sumAt }: Singled,
  ): PaperTable => ({
    title,
    words,
    heads: ['Customer', 'Billed', 'Over 90 days', 'Unapplied', 'Balance', 'Share of all'],
    rows: out.map((debtor) => [
      debtor.customer,
      column(debtor.billedMinor),
      column(debtor.over90Minor),
      column(debtor.creditsMinor),
      column(debtor.totalMinor),
      share(debtor.totalMinor),
    ]),
    total: ['', '', '', '', '', share(totalMinor)].with(0, sumWords).with(sumAt, column(totalMinor)),
  });
}

function expectedLoss({ provision, aging: { filters } }: MonthEndPack): PaperTable {
  const { rates, from, to } = provision;
  const source =
    rates === 'entered'
      ? 'The rates are entered in the settings.'
      : `Rates are the share of each age that was written off, or not paid within a year of its due date, at the month ends from ${formatDay(from)} to ${formatDay(to)}.`;
  return {
    ...provisionTable(provision, filters.currency),
    words: `Expected loss by age; credits that no invoice has taken are not set against it. ${source}`,
  };
}

function measureTable({ months, aging: { filters } }: MonthEndPack): PaperTable {
  const column = (amount: Minor) => (amount === 0 ? '–' : formatColumn(amount, filters.currency));
  const days = (value: number | null | undefined) => (value == null ? '–' : value.toFixed(1));
  return {
    title: 'Measures by month',
    words:
      'DSO is counted back, as on the dashboard: months of sales are taken from ending receivables, newest first; best possible counts only what is not past due. Days late and days to pay are weighted by amount.',
    heads: [
      'Month to',
      'Sales',
      'Receivables',
      'Past due',
      'DSO',
      'Best possible',
      'CEI',
      'Days late',
      'Days to pay',
    ],
    rows: months.map(({ to, salesMinor, closingMinor, pastDueMinor, measures }) => [
      formatDay(to),
      column(salesMinor),
      column(closingMinor),
      column(pastDueMinor),
      days(measures?.countBackDso),
      days(measures?.bestPossibleCountBackDso),
      formatPercent(measures?.cei ?? null, 1),
      days(measures?.averageDaysLate),
      days(measures?.paymentVelocity),
    ]),
    total: null,
  };
}

/** The totals of the aging summary, for the screen; the file has every customer. */
export function agingTotals({ aging: { filters, totals, lines } }: MonthEndPack): PaperTable {
  const amounts = [...totals.bucketsMinor, totals.creditsMinor, totals.totalMinor];
  return {
    title: 'Aging summary',
    words: 'As in the aging report of the same day; the file lists every customer.',
    heads: ['Of', ...bucketLabels(filters.bounds), 'Unapplied', 'Total'],
    rows: [
      [
        formatCount(lines.length, 'customer'),
        ...amounts.map((amount) => formatColumn(amount, filters.currency)),
      ],
    ],
    total: null,
  };
}

/** What the cover says: where the figures come from, that they tie, and what they were made with. */
export function packFacts({
  aging,
  lockedOn,
  base,
  baseCurrency,
}: MonthEndPack): [label: string, value: string][] {
  const { filters, tie } = aging;
  const column = (amount: Minor) => formatColumn(amount, filters.currency);
  const others = base.parts.filter(({ currency }) => currency !== filters.currency);
  return [
    ['Posted documents', column(tie.documentsMinor)],
    ['Open items', column(tie.openItemsMinor)],
    ['Difference', column(tie.differenceMinor)],
    ['Books are closed up to', lockedOn ? formatDay(lockedOn) : 'No day is closed'],
    ...others.map(({ currency, amountMinor, rate }): [string, string] => [
      `Also open, in ${currency}`,
      `${formatColumn(amountMinor, currency)}${rate ? `, at ${rate.rateToBase} ${baseCurrency} of ${formatDay(rate.rateOn)} (${rate.rateSource})` : ''}`,
    ]),
    ...base.withoutRate.map(({ currency, amountMinor }): [string, string] => [
      `Also open, in ${currency}`,
      `${formatColumn(amountMinor, currency)}, no rate is known`,
    ]),
  ];
}
