import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { TieOutLine } from '@/components/aging/tie-out-line';
import { AsOfControl } from '@/components/as-of-control';
import { CurrencySwitch } from '@/components/currency-switch';
import { DroppedStrip } from '@/components/dropped-strip';
import { PackSection } from '@/components/reports/pack-section';
import { agingTotals, packFacts, packTables } from '@/components/reports/pack-tables';
import { Page } from '@/components/shell/page';
import { DownloadButton } from '@/components/ui/download-button';
import { EmptyState } from '@/components/ui/empty-state';
import { currenciesInUse } from '@/db/queries/currencies';
import { monthEndPack } from '@/db/queries/month-end-pack';
import { type Tx, withScope } from '@/db/scope';
import { lastMonthEnd } from '@/lib/as-of';
import { todayIn } from '@/lib/domain/dates';
import { readAgingFilters } from '@/lib/filters';
import { withParams } from '@/lib/url';

/** Milliseconds that large books may take to be read. */
const WITHIN = 30_000;

export const metadata: Metadata = { title: 'Month-end pack' };

/** What a bank is shown at the end of a month: the same figures as in the file. */
export default async function MonthEndPage({ searchParams }: PageProps<'/reports/month-end'>) {
  const actor = await requireStaff('books:export');
  const { asOf, currency } = await searchParams;
  const params = { asOf, currency };
  const today = todayIn(actor.org.timeZone);
  const usual = lastMonthEnd(today);
  const { filters, dropped } = readAgingFilters({ asOf: asOf ?? usual, currency }, actor.org, today);
  const read = async (tx: Tx) => ({
    pack: await monthEndPack(tx, filters),
    currencies: await currenciesInUse(tx, filters),
  });
  const { pack, currencies } = await withScope(actor, 'read', read, WITHIN);
  const currencySwitch = currencies.length > 1 && (
    <CurrencySwitch {...{ currencies, params }} currency={filters.currency} path="/reports/month-end" />
  );
  return (
    <Page
      title="Month-end pack"
      parents={[{ label: 'Reports', href: '/reports' }]}
      actions={
        <>
          <span className="max-md:hidden">{currencySwitch}</span>
          <AsOfControl
            asOf={filters.asOf}
            today={today}
            usual={usual}
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
      {currencySwitch && <div className="border-b border-border px-4 py-2 md:hidden">{currencySwitch}</div>}
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
