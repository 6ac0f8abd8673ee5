import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { AsOfControl } from '@/components/as-of-control';
import { AsOfStrip } from '@/components/as-of-strip';
import { pastTable, weeksTable } from '@/components/cash/cash-tables';
import { ExpectedTable } from '@/components/cash/expected-table';
import { DroppedStrip } from '@/components/dropped-strip';
import { PackSection } from '@/components/reports/pack-section';
import { Page } from '@/components/shell/page';
import { EmptyState } from '@/components/ui/empty-state';
import { forecast } from '@/db/queries/forecast';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { FORECAST_WEEKS } from '@/lib/domain/due-date-forecast';
import { typicalOf } from '@/lib/domain/forecast/cash-forecast';
import { readAgingFilters } from '@/lib/filters';
import { formatCount, formatDay, formatMoney } from '@/lib/format';
import { withParams } from '@/lib/url';

/** Milliseconds that large books may take to be read. */
const WITHIN = 30_000;

export const metadata: Metadata = { title: 'Cash expected' };

/** When the open book will be paid, by how its customers paid before; and how right that was lately. */
export default async function CashPage({ searchParams }: PageProps<'/cash'>) {
  const actor = await requireStaff('books:read');
  const { asOf, currency } = await searchParams;
  const params = { asOf, currency };
  const today = todayIn(actor.org.timeZone);
  const { filters, dropped } = readAgingFilters(params, actor.org, today);
  const at = { asOf: filters.asOf, knownAt: null, currency: filters.currency };
  const found = await withScope(actor, 'read', (tx) => forecast(tx, at, { weeks: FORECAST_WEEKS }), WITHIN);
  const whole = (amount: Parameters<typeof formatMoney>[0]) =>
    formatMoney(amount, at.currency, { cents: false });
  const telling = { currency: at.currency, today };
  return (
    <Page
      title="Cash expected"
      actions={<AsOfControl asOf={at.asOf} today={today} path="/cash" params={params} />}
    >
      <AsOfStrip asOf={at.asOf} today={today} todayHref={withParams('/cash', params, { asOf: null })} />
      <DroppedStrip names={dropped} />
      {found.openMinor === 0 ? (
        <EmptyState title={`Nothing is open in ${at.currency}`}>
          Once there is an invoice to be paid, this page says when to expect it.
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-8 px-6 py-5 max-md:px-4">
          <div className="max-w-[720px]">
            <p className="text-[22px] leading-8 tracking-[-.022em] text-muted-foreground">
              <b className="fig font-semibold text-foreground">{whole(typicalOf(found.total))}</b> should come
              in by {formatDay(found.total.to, { today, month: 'long' })}, eight times of ten between{' '}
              <span className="fig whitespace-nowrap">{whole(found.total.p10Minor)}</span> and{' '}
              <span className="fig whitespace-nowrap">{whole(found.total.p90Minor)}</span>.
            </p>
            <p className="mt-2 text-muted-foreground">
              {found.paymentCount === 0
                ? 'Nobody has paid yet, so every invoice is expected around its due day.'
                : `Made of when ${formatCount(Math.round(found.paymentCount), 'invoice')} were paid, by each customer’s own habit as far as that is telling. A promise counts on its day; what is disputed is left out. `}
              <Link
                href={withParams(
                  '/aging',
                  { currency: at.currency },
                  { asOf: at.asOf === today ? null : at.asOf },
                )}
                className="link"
              >
                Open invoices
              </Link>
            </p>
          </div>
          <PackSection table={weeksTable(found, telling)} />
          <ExpectedTable items={found.largest} currency={at.currency} today={today} />
          <PackSection table={pastTable(found, telling)} />
        </div>
      )}
    </Page>
  );
}
