import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { TieOutLine } from '@/components/aging/tie-out-line';
import { AsOfControl } from '@/components/as-of-control';
import { CurrencyStrip, CurrencySwitch } from '@/components/currency-switch';
import { DroppedStrip } from '@/components/dropped-strip';
import { PackSection } from '@/components/reports/pack-section';
import { agingTotals, packFacts, packTables } from '@/components/reports/pack-tables';
import { Page } from '@/components/shell/page';
import { DownloadButton } from '@/components/ui/download-button';
import { EmptyState } from '@/components/ui/empty-state';
import { currenciesInUse } from '@/db/queries/currencies';
import { monthEndPack } from '@/db/queries/month-end-pack';
import { LARGE_BOOKS_WITHIN, type Tx, withScope } from '@/db/scope';
import { lastMonthEnd } from '@/lib/as-of';
import { todayIn } from '@/lib/domain/dates';
import { readPackFilters } from '@/lib/filters';
import { withParams } from '@/lib/url';

export const metadata: Metadata = { title: 'Month-end pack' };

/** What a bank is shown at the end of a month: the same figures as in the file. */
export default async function MonthEndPage({ searchParams }: PageProps<'/reports/month-end'>) {
  const actor = await requireStaff('books:export');
  const { asOf, currency } = await searchParams;
  const params = { asOf, currency };
  const today = todayIn(actor.org.timeZone);
  const { filters, dropped } = readPackFilters(params, actor.org, today);
  const read = async (tx: Tx) => ({
    pack: await monthEndPack(tx, filters),
    currencies: await currenciesInUse(tx, filters),
  });
  const { pack, currencies } = await withScope(actor, 'read', read, LARGE_BOOKS_WITHIN);
  const choice = { currencies, currency: filters.currency, path: '/reports/month-end', params } as const;
  return (
    <Page
      title="Month-end pack"
      parents={[{ label: 'Reports', href: '/reports' }]}
      actions={
        <>
          <CurrencySwitch {...choice} />
          <AsOfControl
            asOf={filters.asOf}
            today={today}
            usual={lastMonthEnd(today)}
            path="/reports/month-end"
            params={params}
          />
          <DownloadButton
            href={withParams('/exports/month-end', params, { asOf: filters.asOf })}
            label="PDF"
          />
        </>
      }
    >
      <DroppedStrip names={dropped} />
      <CurrencyStrip {...choice} />
      {pack ? (
        <div className="flex flex-col gap-8 px-6 py-5 max-md:px-4">
          <TieOutLine tieOut={pack.aging.tie} currency={filters.currency} />
          <dl className="grid max-w-[620px] grid-cols-[1fr_auto] gap-y-1.5">
            {packFacts(pack).map(([label, value]) => (
              <div key={label} className="contents">
                <dt className="text-muted-foreground">{label}</dt>
                <dd className="fig text-right">{value}</dd>
              </div>
            ))}
          </dl>
          {[agingTotals(pack), ...packTables(pack)].map((table) => (
            <PackSection key={table.title} table={table} />
          ))}
        </div>
      ) : (
        <EmptyState title="Too many customers for one pack">
          Take the aging report instead: it has no such limit.
        </EmptyState>
      )}
    </Page>
  );
}
