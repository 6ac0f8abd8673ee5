import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { AgingTable, type Href } from '@/components/aging/aging-table';
import { AgingToolbar } from '@/components/aging/aging-toolbar';
import { ColumnsForm } from '@/components/aging/columns-form';
import { FilterChips } from '@/components/aging/filter-chips';
import { FilterForm } from '@/components/aging/filter-form';
import { LabelNotes } from '@/components/aging/label-notes';
import { NobodyOwes } from '@/components/aging/nobody-owes';
import { OptionsPanel } from '@/components/aging/options-panel';
import { PrintFacts } from '@/components/aging/print-facts';
import { TieOutLine } from '@/components/aging/tie-out-line';
import { AsOfStrip } from '@/components/as-of-strip';
import { DroppedStrip } from '@/components/dropped-strip';
import { LiveUpdates } from '@/components/live-updates';
import { Page } from '@/components/shell/page';
import { AgreementLine } from '@/components/sync/agreement-line';
import { TableKeys } from '@/components/table-keys';
import { Pager } from '@/components/ui/pager';
import { AGING_PAGE } from '@/db/queries/aging';
import { MAX_ITEMS } from '@/db/queries/open-items';
import { MAX_UNFOLDED, readUnfolded } from '@/lib/aging-open';
import { bucketLabels } from '@/lib/domain/aging';
import { todayIn } from '@/lib/domain/dates';
import { readAgingFilters } from '@/lib/filters';
import { formatInstant } from '@/lib/format';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';
import { tasteAction } from './actions';
import { AgingActions } from './aging-actions';
import { agingChips, NO_FILTERS } from './chips';
import { readAging } from './read';

export const metadata: Metadata = { title: 'Aging report' };

/** Who owes what, how late it is, and whether that agrees with the ledger. All its state is in the URL. */
export default async function AgingPage({ searchParams }: PageProps<'/aging'>) {
  const actor = await requireStaff('books:read');
  const { org } = actor;
  const params = await searchParams;
  const today = todayIn(org.timeZone);
  const { filters, dropped } = readAgingFilters(params, org, today);
  const unfolded = readUnfolded(params);
  const { view, tie, currencies, items, customer, runs, taste, ...read } = await readAging(
    actor,
    filters,
    unfolded,
  );
  const href: Href = (changes) => withParams('/aging', params, changes);
  const labels = bucketLabels(filters.bounds);
  const knownAt = filters.knownAt && formatInstant(new Date(filters.knownAt), org.timeZone, today);
  const chips = agingChips(filters, { customer, knownAt, usualBounds: org.bounds }, href);
  const clearHref = href(NO_FILTERS);
  const isToday = filters.asOf === today && filters.knownAt === null;
  const late =
    isToday && filters.groupBy === 'customer' && view.by === 'customer' ? lateOf(view.report.rows) : [];
  return (
    <Page
      title="Aging report"
      actions={<AgingActions actor={actor} params={params} asOf={filters.asOf} late={late} />}
    >
      <PrintFacts
        seller={org.name}
        filters={filters}
        bucketsMinor={view.report.totals.bucketsMinor}
        tieOut={tie}
        paper={read.facts.paper}
      />
      <AsOfStrip
        asOf={filters.asOf}
        today={today}
        knownAt={knownAt}
        todayHref={href({ asOf: null, knownAt: null })}
      />
      <DroppedStrip names={dropped} />
      <AgingToolbar
        filters={filters}
        currencies={currencies}
        href={href}
        unfold={
          view.by === 'customer' && filters.groupBy === 'customer'
            ? {
                all: view.report.rows.slice(0, MAX_UNFOLDED).map((row) => row.customerId),
                isAnyOpen: unfolded.size > 0,
              }
            : null
        }
        filterForm={<FilterForm filters={filters} labels={labels} params={params} {...read.labels} />}
        options={
          <OptionsPanel
            filters={filters}
            params={params}
            usualBounds={org.bounds}
            runs={runs}
            timeZone={org.timeZone}
            today={today}
            href={href}
          />
        }
        columnsForm={<ColumnsForm taste={taste} labels={labels} save={tasteAction} />}
      />
      <FilterChips chips={chips} clearHref={clearHref} />
      <LabelNotes filters={filters} />
      {view.count === 0 ? (
        <NobodyOwes
          isFiltered={chips.length > (knownAt === null ? 0 : 1)}
          knownAt={knownAt}
          asOf={filters.asOf}
          today={today}
          clearHref={clearHref}
          mayImport={may(actor, 'books:import')}
        />
      ) : (
        <AgingTable
          view={view}
          filters={filters}
          labels={labels}
          today={today}
          unfolded={unfolded}
          items={items}
          maxItems={MAX_ITEMS}
          taste={taste}
          mayApply={may(actor, 'books:write')}
          href={href}
        />
      )}
      <TableKeys />
      <LiveUpdates sequence={read.last.sequence} />
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-border px-6 py-3 max-md:px-4 print:hidden">
        <div className="flex flex-col gap-1">
          <TieOutLine tieOut={tie} currency={filters.currency} />
          {read.agreement && (
            <AgreementLine agreement={read.agreement} timeZone={org.timeZone} today={today} />
          )}
        </div>
        <Pager
          page={filters.page}
          pageSize={AGING_PAGE}
          total={view.count}
          hrefOf={(page) => href({ page: page === 1 ? null : page })}
        />
      </div>
    </Page>
  );
}

function lateOf(rows: readonly { readonly customerId: string; readonly lateMinor: number }[]): string[] {
  return rows.flatMap(({ customerId, lateMinor }) => (lateMinor > 0 ? [customerId] : []));
}
