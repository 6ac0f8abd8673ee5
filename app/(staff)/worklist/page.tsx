import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { Segmented } from '@/components/ui/segmented';
import { DoneList } from '@/components/worklist/done-list';
import { SlippingList } from '@/components/worklist/slipping-list';
import { WaitingList } from '@/components/worklist/waiting-list';
import { WorkFilter } from '@/components/worklist/work-filter';
import { bucketLabels } from '@/lib/domain/aging';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { may } from '@/lib/permissions';
import { type ParamChanges, withParams } from '@/lib/url';
import { readWorkFilters, type WorkShow } from '@/lib/worklist-filters';
import { BackToList } from './back-to-list';
import { readWorklist, type Worked } from './read';
import { ToDo } from './to-do';

export const metadata: Metadata = { title: 'Worklist' };

/** Whom to see to today, best first, and one customer with everything that a call needs. All its state is in the URL. */
export default async function WorklistPage({ searchParams }: PageProps<'/worklist'>) {
  const actor = await requireStaff('books:read');
  const { org, name } = actor;
  const params = await searchParams;
  const today = todayIn(org.timeZone);
  const { filters, dropped } = readWorkFilters(params, org);
  const read = await readWorklist(actor, filters, today);
  const { done, waiting, slipping, labels, currencies } = read;
  const href = (changes: ParamChanges) => withParams('/worklist', params, changes);
  const mayWrite = may(actor, 'books:write');
  const isList = !done && !waiting && !slipping;
  const shows = showsOf(read, filters.show, href);
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
      {isList ? (
        <ToDo
          read={read}
          filters={filters}
          actor={actor}
          today={today}
          href={href}
          isReminding={params.remind === '1'}
        />
      ) : (
        <TableKeys />
      )}
    </Page>
  );
}

function showsOf(
  { list: { works, counts }, waitingCount, slipping, progress }: Worked,
  shown: WorkShow,
  href: (changes: ParamChanges) => ReturnType<typeof withParams>,
) {
  const counted = (label: string, count: number) => (count > 0 ? `${label} ${formatCount(count)}` : label);
  const shows: readonly (readonly [WorkShow, string])[] = [
    ['all', counted('All', works.length)],
    ['call', counted('Calls', counts.call)],
    ['dispute', counted('Disputes', counts.dispute)],
    ['decide', counted('Decisions', counts.decide)],
    ['slipping', counted('Slipping', slipping?.length ?? 0)],
    ['waiting', counted('Waiting', waitingCount)],
    ['done', counted('Done today', progress.deedCount)],
  ];
  return shows.map(([show, label]) => ({
    label,
    isCurrent: show === shown,
    href: href({ show: show === 'all' ? null : show, page: null, customer: null, remind: null }),
  }));
}
