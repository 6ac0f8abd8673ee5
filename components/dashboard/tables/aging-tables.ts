import type { PaperTable } from '@/components/paper-table';
import type { AgingReport, AgingRow, AgingSums } from '@/db/queries/aging';
import type { GroupRow } from '@/db/queries/aging-groups';
import type { ProvisionReport } from '@/db/queries/provision';
import { WIDGET_TITLES } from '@/lib/dashboard-widgets';
import { bucketLabels } from '@/lib/domain/aging';
import { percentCurrent } from '@/lib/domain/measures';
import { type Minor, sumOf, ZERO } from '@/lib/domain/money';
import { NO_LABEL } from '@/lib/filters';
import { formatColumn, formatCount, formatPercent } from '@/lib/format';
import type { WidgetMoment } from '../moment';

type At = Pick<WidgetMoment, 'currency' | 'labels'>;

/** How old what is owed is, bucket by bucket. */
export function agingTable({ totals, bucketCounts }: AgingReport, { currency, labels }: At): PaperTable {
  const owed = sumOf(totals.bucketsMinor);
  const invoices = bucketCounts.reduce((sum, count) => sum + count, 0);
  return {
    title: WIDGET_TITLES.aging,
    words: `Aging in ${currency}`,
    heads: ['Age', 'Invoices', currency, 'Share'],
    rows: labels.map((label, i) => {
      const amount = totals.bucketsMinor[i] ?? ZERO;
      return [
        label,
        formatCount(bucketCounts[i] ?? 0),
        formatColumn(amount, currency),
        formatPercent(percentCurrent(amount, owed), 1),
      ];
    }),
    total: ['Total', formatCount(invoices), formatColumn(owed, currency), ''],
  };
}

/** Who owes most, by age. */
export function balancesTable(rows: readonly AgingRow[], at: At): PaperTable {
  return {
    title: WIDGET_TITLES['largest-balances'],
    words: `Largest balances in ${at.currency}`,
    heads: ['Customer', ...at.labels, 'Unapplied', 'Total'],
    rows: rows.map((row) => [row.customer, ...amountsOf(row, at)]),
    total: null,
  };
}

/** What is open by who looks after the customer, by age. */
export function ownersTable(rows: readonly GroupRow[], at: At): PaperTable {
  return {
    title: WIDGET_TITLES['aging-by-owner'],
    words: `Aging by owner in ${at.currency}`,
    heads: ['Owner', ...at.labels, 'Unapplied', 'Total'],
    rows: rows.map((row) => [ownerName(row), ...amountsOf(row, at)]),
    total: null,
  };
}

/** The owner of a line; "No owner" for customers without one. */
export function ownerName({ label }: GroupRow): string {
  return label ?? NO_LABEL.owner;
}

/** What is expected to be lost of each age, at which rate. No total where a balance has no rate. */
export function provisionTable(provision: ProvisionReport, currency: string): PaperTable {
  const column = (amount: Minor | null) => (amount === null ? '–' : formatColumn(amount, currency));
  const labels = bucketLabels(provision.bounds);
  return {
    title: WIDGET_TITLES.provision,
    words: `Expected loss by age, in ${currency}`,
    heads: ['Age', 'Open', 'Rate', 'Expected loss'],
    rows: provision.buckets.map((bucket, i) => [
      labels[i] ?? '',
      column(bucket.balanceMinor),
      rateText(bucket),
      column(bucket.amountMinor),
    ]),
    total: ['Total', column(provision.balanceMinor), '', column(provision.totalMinor)],
  };
}

/** "2.5%"; "no rate" where nothing says how much of such balances is lost. */
export function rateText({ ratePercent }: ProvisionReport['buckets'][number]): string {
  return ratePercent === null ? 'no rate' : `${Number(ratePercent).toFixed(1)}%`;
}

function amountsOf({ bucketsMinor, creditsMinor, totalMinor }: AgingSums, { currency }: At): string[] {
  return [...bucketsMinor, creditsMinor, totalMinor].map((amount) => formatColumn(amount, currency));
}
