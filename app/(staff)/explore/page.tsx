import { ListFilter } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { NobodyOwes } from '@/components/aging/nobody-owes';
import { AsOfControl } from '@/components/as-of-control';
import { AsOfStrip } from '@/components/as-of-strip';
import { ChipList } from '@/components/chip-list';
import { DroppedStrip } from '@/components/dropped-strip';
import { BooksStrip } from '@/components/explore/books-strip';
import { ExploreFrame } from '@/components/explore/explore-frame';
import { ExportMenu, exploreFiles } from '@/components/explore/export-menu';
import { FacetRail } from '@/components/explore/facet-rail';
import { Outcome } from '@/components/explore/outcome';
import { LiveUpdates } from '@/components/live-updates';
import { Page } from '@/components/shell/page';
import { PipelineStrip } from '@/components/sync/pipeline-strip';
import { TableKeys } from '@/components/table-keys';
import { buttonClass } from '@/components/ui/button';
import { todayIn } from '@/lib/domain/dates';
import { exploreParams, readExploreFilters } from '@/lib/explore-filters';
import { formatInstant } from '@/lib/format';
import { may } from '@/lib/permissions';
import { type ParamChanges, withParams } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { ViewBar } from '../_views/view-bar';
import { SyncNow } from '../sync/sync-now';
import { AddCustomer } from './add-customer';
import { facetChips, NO_FILTERS, otherChips } from './chips';
import { keptFields } from './kept-fields';
import { readExplore } from './read';

export const metadata: Metadata = { title: 'Explore' };

/** Every open invoice, narrowed by whatever is asked: each figure, chart and row follows the filters. All its state is in the URL. */
export default async function ExplorePage({ searchParams }: PageProps<'/explore'>) {
  const actor = await requireStaff('books:read');
  const { org } = actor;
  const today = todayIn(org.timeZone);
  const { filters, dropped } = readExploreFilters(await searchParams, org, today);
  const { summary, nothingLate, rows, next, names, currencies, last, sync, views } = await readExplore(
    actor,
    filters,
  );
  const { after, ...params } = exploreParams(filters, org, today);
  const href = (changes: ParamChanges) => withParams('/explore', params, changes);
  const known = filters.knownAt && formatInstant(new Date(filters.knownAt), org.timeZone, today);
  const facets = facetChips(filters, names, href);
  const clearHref = href(NO_FILTERS);
  const fileHref = (columns: 'table' | 'all') =>
    withParams('/exports/explore', params, { columns: columns === 'all' ? 'all' : null });
  const pdfHref = (detail: 'summary' | 'invoices') =>
    withParams('/exports/explore/pdf', params, { detail: detail === 'invoices' ? detail : null });
  return (
    <Page
      title="Explore"
      actions={<AsOfControl asOf={filters.asOf} today={today} path="/explore" params={params} />}
    >
      <AsOfStrip
        asOf={filters.asOf}
        today={today}
        knownAt={known}
        todayHref={href({ asOf: null, knownAt: null })}
      />
      {sync ? (
        <PipelineStrip
          state={sync}
          timeZone={org.timeZone}
          today={today}
          runNow={may(actor, 'organization:manage') && <SyncNow requestId={uuid7()} />}
        />
      ) : (
        <BooksStrip lastChange={last.recordedAt} timeZone={org.timeZone} today={today}>
          <LiveUpdates sequence={last.sequence} className="ml-auto text-positive" />
        </BooksStrip>
      )}
      <DroppedStrip names={dropped} />
      {summary.whole.itemCount === 0 && facets.length === 0 && currencies.length === 0 ? (
        <NobodyOwes
          isFiltered={false}
          knownAt={known}
          asOf={filters.asOf}
          today={today}
          clearHref={clearHref}
          mayImport={may(actor, 'books:import')}
        />
      ) : (
        <ExploreFrame
          address={href({ after })}
          rail={
            <FacetRail
              filters={filters}
              unread={dropped}
              summary={summary}
              names={names}
              currencies={currencies}
              addCustomer={
                <AddCustomer key={filters.customerIds.join()} count={summary.facets.customerCount} />
              }
              kept={keptFields(params, currencies.length > 1)}
            />
          }
        >
          <div className="flex min-h-[53px] flex-wrap items-center gap-2 border-b border-border px-5 py-3 max-md:px-4 print:hidden">
            <button
              type="button"
              popoverTarget="filters"
              className={buttonClass({ size: 'sm' }, 'max-md:h-11! xl:hidden')}
            >
              <ListFilter aria-hidden />
              Filters{facets.length > 0 && ` (${facets.length})`}
            </button>
            <ChipList
              chips={[...facets, ...otherChips(filters, known, href)]}
              clearHref={clearHref}
              className="min-w-0"
            />
            <div className="ml-auto flex flex-wrap items-center gap-2 max-md:[&_.btn]:h-11!">
              <ViewBar actor={actor} views={views} address={href({})} />
              {may(actor, 'books:export') && (
                <ExportMenu
                  files={exploreFiles(summary.matched.itemCount, { csv: fileHref, pdf: pdfHref })}
                />
              )}
            </div>
          </div>
          <Outcome
            nothingLate={nothingLate}
            ways={facets.map((chip) => ({ ...chip, count: summary.without[chip.facet] ?? 0 }))}
            summary={summary}
            rows={rows}
            next={next}
            filters={filters}
            today={today}
            fileHref={may(actor, 'books:export') ? fileHref('table') : null}
            href={href}
          />
          <TableKeys />
        </ExploreFrame>
      )}
    </Page>
  );
}
