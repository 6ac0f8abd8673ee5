import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { Segmented } from '@/components/ui/segmented';
import { DayProgress } from '@/components/worklist/day-progress';
import { DoneList } from '@/components/worklist/done-list';
import { SlippingList } from '@/components/worklist/slipping-list';
import { WaitingList } from '@/components/worklist/waiting-list';
import { WorkFilter } from '@/components/worklist/work-filter';
import { WorkKeys } from '@/components/worklist/work-keys';
import { WorkList } from '@/components/worklist/work-list';
import { WORK_PAGE, type Worklist } from '@/db/queries/worklist';
import { bucketLabels } from '@/lib/domain/aging';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { may } from '@/lib/permissions';
import { type ParamChanges, route, withParams } from '@/lib/url';
import { readWorkFilters, type WorkShow } from '@/lib/worklist-filters';
import { Account } from './account';
import { BackToList } from './back-to-list';
import { readWorklist } from './read';

export const metadata: Metadata = { title: 'Worklist' };

/** Whom to see to today, best first, and one customer with everything that a call needs. All its state is in the URL. */
export default async function WorklistPage({ searchParams }: PageProps<'/worklist'>) {
  const actor = await requireStaff('books:read');
  const { org, name } = actor;
  const params = await searchParams;
  const today = todayIn(org.timeZone);
  const { filters, dropped } = readWorkFilters(params, org);
  const { list, works, shownCount, progress, done, waiting, slipping, labels, currencies, account } =
    await readWorklist(actor, filters, today);
  const href = (changes: ParamChanges) => withParams('/worklist', params, changes);
  const hrefOf = (customer: string) => href({ customer });
  const mayWrite = may(actor, 'books:write');
  const at = works.findIndex(({ customerId }) => customerId === account?.customer.id);
  const [next, previous] = [works[at + 1], works[at - 1]];
  const listHref = href({ customer: null });
  const owners = [name, ...labels.owners.filter((owner) => owner !== name)];
  const shows = showsOf(list, filters.show, href);
  const shared = { currency: filters.currency, today, bounds: org.bounds };
  return (
    <Page
      title="Worklist"
      actions={
        <>
          <span className="max-[88rem]:hidden">
            <Segmented label="Show" options={shows} />
          </span>
          <WorkFilter
            filters={filters}
            params={params}
            me={name}
            owners={labels.owners}
            tags={labels.tags}
            currencies={currencies}
            labels={bucketLabels(org.bounds)}
          />
        </>
      }
    >
      <DroppedStrip names={dropped} />
      <div className="overflow-x-auto border-b border-border px-6 py-2 max-md:px-4 min-[88rem]:hidden print:hidden">
        <Segmented label="Show" options={shows} />
      </div>
      {done && <DoneList done={done} timeZone={org.timeZone} today={today} />}
      {waiting && (
        <WaitingList
          {...waiting}
          {...shared}
          renderBack={
            mayWrite
              ? ({ snoozeId, customer }) => <BackToList snoozeId={snoozeId} customer={customer} />
              : null
          }
        />
      )}
      {slipping && <SlippingList customers={slipping} {...shared} />}
      {!done && !waiting && !slipping && (
        <div className="flex flex-1 items-stretch">
          <div
            className={`w-[404px] shrink-0 self-start max-xl:w-[320px] max-md:w-full md:sticky md:top-(--panel-top) md:max-h-[calc(100dvh-var(--panel-top)-var(--panel-bottom))] md:overflow-y-auto ${filters.customerId ? 'max-md:hidden' : ''}`}
          >
            <DayProgress progress={progress} leftCount={list.works.length} currency={filters.currency} />
            {works.length > 0 ? (
              <WorkList {...shared} works={works} currentId={account?.customer.id ?? null} hrefOf={hrefOf} />
            ) : (
              <Nobody
                isNarrowed={filters.owner !== null || filters.tag !== null || filters.bucket !== null}
              />
            )}
            <Pager
              page={filters.page}
              pageSize={WORK_PAGE}
              total={shownCount}
              hrefOf={(page) => href({ page: page === 1 ? null : page, customer: null })}
            />
            {list.lateCount > list.works.length && (
              <p className="px-5 py-3 text-meta text-subtle max-md:px-4">
                The {formatCount(list.works.length)} that matter most of {formatCount(list.lateCount)} late
                customers. Narrow the list to see others.
              </p>
            )}
          </div>
          <section
            aria-label={account?.customer.name ?? 'Customer'}
            className={`flex min-w-0 flex-1 flex-col border-border px-6 pt-5 max-md:px-4 md:border-l ${filters.customerId ? '' : 'max-md:hidden'}`}
          >
            {account && (
              <Account
                account={account}
                org={org}
                currency={filters.currency}
                today={today}
                owners={owners}
                mayWrite={mayWrite}
                listHref={listHref}
                nextHref={next ? hrefOf(next.customerId) : listHref}
              />
            )}
          </section>
        </div>
      )}
      <WorkKeys
        next={next ? hrefOf(next.customerId) : null}
        previous={previous ? hrefOf(previous.customerId) : null}
        account={account ? route(`/customers/${account.customer.id}`) : null}
      />
    </Page>
  );
}

function showsOf(
  { works, counts }: Worklist,
  shown: WorkShow,
  href: (changes: ParamChanges) => ReturnType<typeof route>,
) {
  const counted = (label: string, count: number) => (count > 0 ? `${label} ${formatCount(count)}` : label);
  const shows: readonly (readonly [WorkShow, string])[] = [
    ['all', counted('All', works.length)],
    ['call', counted('Calls', counts.call)],
    ['dispute', counted('Disputes', counts.dispute)],
    ['decide', counted('Decisions', counts.decide)],
    ['slipping', 'Slipping'],
    ['waiting', 'Waiting'],
    ['done', 'Done today'],
  ];
  return shows.map(([show, label]) => ({
    label,
    isCurrent: show === shown,
    href: href({ show: show === 'all' ? null : show, page: null, customer: null }),
  }));
}

function Nobody({ isNarrowed }: { readonly isNarrowed: boolean }) {
  if (!isNarrowed)
    return (
      <EmptyState title="Nobody is left to call" tone="good">
        Who goes late is listed here, with the reason.
      </EmptyState>
    );
  return (
    <EmptyState title="Nobody matches" actions={<ButtonLink href="/worklist">Show everybody</ButtonLink>}>
      No customer to see to has that owner, tag or age.
    </EmptyState>
  );
}
