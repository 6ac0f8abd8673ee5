import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { AgingTable, type Href } from '@/components/aging/aging-table';
import { AgingToolbar } from '@/components/aging/aging-toolbar';
import { FilterChips } from '@/components/aging/filter-chips';
import { NobodyOwes } from '@/components/aging/nobody-owes';
import { PrintFacts } from '@/components/aging/print-facts';
import { TieOutLine } from '@/components/aging/tie-out-line';
import { AsOfControl } from '@/components/as-of-control';
import { AsOfStrip } from '@/components/as-of-strip';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { buttonClass } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import { Pager } from '@/components/ui/pager';
import { PrintButton } from '@/components/ui/print-button';
import { AGING_PAGE, agingReport, tieOutOf } from '@/db/queries/aging';
import { currenciesInUse } from '@/db/queries/currencies';
import { MAX_ITEMS, openItemRows } from '@/db/queries/open-items';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { bucketLabels } from '@/lib/domain/aging';
import { todayIn } from '@/lib/domain/dates';
import { type AgingFilters, readAgingFilters, type SearchParams } from '@/lib/filters';
import { formatInstant } from '@/lib/format';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';
import { isUuid } from '@/lib/uuid';
import { agingChips, NO_FILTERS } from './chips';

/** Customers that may be unfolded at once. */
const MAX_UNFOLDED = 10;

export const metadata: Metadata = { title: 'Aging report' };

/** Who owes what, how late it is, and whether that agrees with the ledger. All its state is in the URL. */
export default async function AgingPage({ searchParams }: PageProps<'/aging'>) {
  const actor = await requireStaff('books:read');
  const params = await searchParams;
  const today = todayIn(actor.org.timeZone);
  const { filters, dropped } = readAgingFilters(params, actor.org, today);
  const { report, tie, currencies, items } = await read(actor, filters, unfoldedIn(params));
  const href: Href = (changes) => withParams('/aging', params, changes);
  const labels = bucketLabels(filters.bounds);
  const chips = agingChips(filters, labels, href);
  const clearHref = href(NO_FILTERS);
  return (
    <Page title="Aging report" actions={<Actions actor={actor} params={params} filters={filters} />}>
      <PrintFacts seller={actor.org.name} filters={filters} />
      <AsOfStrip
        asOf={filters.asOf}
        today={today}
        knownAt={filters.knownAt && formatInstant(new Date(filters.knownAt), actor.org.timeZone, today)}
        todayHref={href({ asOf: null, knownAt: null })}
      />
      {dropped.length > 0 && (
        <p
          role="status"
          className="border-b border-border bg-warning-soft px-6 py-2 text-warning max-md:px-4"
        >
          Part of this address could not be read and was left out: {dropped.join(', ')}.
        </p>
      )}
      <AgingToolbar filters={filters} currencies={currencies} labels={labels} href={href} />
      <FilterChips chips={chips} clearHref={clearHref} />
      {report.customerCount === 0 ? (
        <NobodyOwes
          isFiltered={chips.length > 0}
          asOf={filters.asOf}
          today={today}
          clearHref={clearHref}
          mayImport={may(actor, 'books:import')}
        />
      ) : (
        <AgingTable
          report={report}
          filters={filters}
          labels={labels}
          today={today}
          items={items}
          maxItems={MAX_ITEMS}
          mayApply={may(actor, 'books:write')}
          href={href}
        />
      )}
      <TableKeys />
      <div className="flex flex-wrap items-center justify-between gap-3 border-t border-border px-6 py-3 max-md:px-4">
        <TieOutLine tieOut={tie} currency={filters.currency} />
        <Pager
          page={filters.page}
          pageSize={AGING_PAGE}
          total={report.customerCount}
          hrefOf={(page) => href({ page: page === 1 ? null : String(page) })}
        />
      </div>
    </Page>
  );
}

interface ActionsProps {
  readonly actor: StaffActor;
  readonly params: SearchParams;
  readonly filters: AgingFilters;
}

function Actions({ actor, params, filters }: ActionsProps) {
  return (
    <>
      <AsOfControl asOf={filters.asOf} today={todayIn(actor.org.timeZone)} path="/aging" params={params} />
      {may(actor, 'books:export') && (
        <a
          href={withParams('/exports/aging', params, { open: null, page: null })}
          className={buttonClass({ size: 'sm' }, 'max-md:hidden')}
          download
        >
          <Download aria-hidden />
          CSV
        </a>
      )}
      {may(actor, 'books:export') && (
        <DownloadButton
          href={withParams('/exports/aging/pdf', params, { open: null, page: null })}
          label="PDF"
          className="max-md:hidden"
        />
      )}
      <PrintButton className="max-md:hidden" />
    </>
  );
}

/** Report, tie-out and unfolded items from one snapshot, so that they agree with each other. */
function read(actor: StaffActor, filters: AgingFilters, unfolded: readonly string[]) {
  const { currency, dueFrom, dueTo } = filters;
  const due = { dueFrom, dueTo };
  return withScope(actor, 'read', async (tx) => {
    const report = await agingReport(tx, filters);
    return {
      report,
      tie: await tieOutOf(tx, filters, report),
      currencies: await currenciesInUse(tx, filters),
      // At most ten, each its own customer's few rows.
      items: new Map(
        await Promise.all(
          unfolded.map(
            async (customerId) =>
              [
                customerId,
                await openItemRows(tx, filters, filters, { ...due, customerId, currency }),
              ] as const,
          ),
        ),
      ),
    };
  });
}

function unfoldedIn({ open }: SearchParams): string[] {
  return [...new Set([open ?? []].flat())].filter(isUuid).slice(0, MAX_UNFOLDED);
}
