import { type AgingReport, agingReport } from '@/db/queries/aging';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { AgingBasis } from '@/lib/domain/aging';
import { monthEnd, toPlainDate } from '@/lib/domain/dates';
import { readAgingFilters } from '@/lib/filters';
import { BUCKETS, type ExpectedAging, type ExpectedMonth } from './expected';

/** The reports of a day, one per currency, every customer in each. */
async function reportsAt(
  actor: StaffActor,
  { asOf, basis }: { readonly asOf: string; readonly basis: AgingBasis },
  currencies: readonly string[],
): Promise<AgingReport[]> {
  const read = (currency: string) => {
    const { filters } = readAgingFilters({ asOf, basis, currency }, actor.org, toPlainDate(asOf));
    return withScope(actor, 'read', (tx) => agingReport(tx, filters, null), 60_000);
  };
  return Promise.all(currencies.map(read));
}

/** Our aging of a day in the oracle's shape; currencies are added, as the oracle adds them. */
export async function ourAging(
  actor: StaffActor,
  { as_of, basis }: Pick<ExpectedAging, 'as_of' | 'basis'>,
  currencies: readonly string[],
) {
  const reports = await reportsAt(actor, { asOf: as_of, basis }, currencies);
  const sum = (of: (report: AgingReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    total_cents: sum((report) => report.totals.totalMinor),
    credits_cents: sum((report) => report.totals.creditsMinor),
    invoice_count: sum((report) => report.bucketCounts.reduce((a, b) => a + b, 0)),
    customer_count: sum((report) => report.customerCount),
    buckets: Object.fromEntries(
      BUCKETS.map((bucket, i) => [
        bucket,
        {
          amount_cents: sum((report) => report.totals.bucketsMinor[i] ?? 0),
          count: sum((report) => report.bucketCounts[i] ?? 0),
        },
      ]),
    ),
  };
}

/** What the oracle says of a day, in the same shape: no money stands on account there. */
export function theirAging({ total_cents, invoice_count, customer_count, buckets }: ExpectedAging) {
  return { total_cents, credits_cents: 0, invoice_count, customer_count, buckets };
}

/** Our aging of a day by customer code, on the due basis, in the oracle's shape. */
export async function ourCustomers(
  actor: StaffActor,
  { asOf, codes }: { readonly asOf: string; readonly codes: ReadonlyMap<string, string> },
  currencies: readonly string[],
): Promise<Record<string, Record<string, number>>> {
  const reports = await reportsAt(actor, { asOf, basis: 'due' }, currencies);
  return Object.fromEntries(
    reports
      .flatMap((report) => report.rows)
      .map((row) => [
        codes.get(row.customerId) ?? '',
        {
          total: row.totalMinor,
          count: row.itemCount,
          ...Object.fromEntries(BUCKETS.map((bucket, i) => [bucket, row.bucketsMinor[i] ?? 0])),
        },
      ]),
  );
}

/** What was owed at the end of a month, and how much of it was not late. */
export async function ourMonth(
  actor: StaffActor,
  month: string,
  currencies: readonly string[],
): Promise<Pick<ExpectedMonth, 'month' | 'closing_ar_cents' | 'closing_current_cents'>> {
  const asOf = monthEnd(toPlainDate(`${month}-01`));
  const reports = await reportsAt(actor, { asOf, basis: 'due' }, currencies);
  return {
    month,
    closing_ar_cents: reports.reduce((sum, { totals }) => sum + totals.totalMinor, 0),
    closing_current_cents: reports.reduce((sum, { totals }) => sum + (totals.bucketsMinor[0] ?? 0), 0),
  };
}
