import type { Metadata, Route } from 'next';
import { Suspense } from 'react';
import { requireStaff } from '@/app/_auth/actor';
import { ActivityList } from '@/components/activity/activity-list';
import { ActivityToolbar } from '@/components/activity/activity-toolbar';
import { ChainLine } from '@/components/activity/chain-line';
import { FilterChips } from '@/components/aging/filter-chips';
import type { Chip } from '@/components/chip-list';
import { DroppedStrip } from '@/components/dropped-strip';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { type ActivityFacets, activityFacets, activityPage } from '@/db/queries/activity';
import { activityChain } from '@/db/queries/activity-chain';
import { withScope } from '@/db/scope';
import { type ActivityFilters, actorKey, readActivityFilters } from '@/lib/activity-filters';
import { verbName } from '@/lib/activity-words';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { type ParamChanges, withParams } from '@/lib/url';

export const metadata: Metadata = { title: 'Activity' };

/** Who did what, and when, newest first. Nothing in it can be edited or deleted. All its state is in the URL. */
export default async function ActivityPage({ searchParams }: PageProps<'/activity'>) {
  const actor = await requireStaff('activity:read');
  const params = await searchParams;
  const { filters, dropped } = readActivityFilters(params);
  const { page, facets } = await withScope(actor, 'read', async (tx) => ({
    page: await activityPage(tx, filters),
    facets: await activityFacets(tx),
  }));
  const href = (changes: ParamChanges) => withParams('/activity', params, changes);
  const { timeZone } = actor.org;
  return (
    <Page title="Activity">
      <DroppedStrip names={dropped} />
      <ActivityToolbar facets={facets} href={href}>
        <Suspense fallback="Checking the chain…">
          <Chain actor={actor} />
        </Suspense>
      </ActivityToolbar>
      <FilterChips
        chips={chipsOf(filters, facets, href)}
        clearHref={href({ verb: null, actor: null, before: null })}
      />
      {page.entries.length === 0 ? (
        <EmptyState
          title="No entry matches"
          actions={<ButtonLink href="/activity">Show everything</ButtonLink>}
        />
      ) : (
        <ActivityList entries={page.entries} timeZone={timeZone} today={todayIn(timeZone)} />
      )}
      <Ends filters={filters} nextBefore={page.nextBefore} href={href} />
    </Page>
  );
}

/** Its own snapshot: hashing takes longer than reading a page. */
async function Chain({ actor }: { readonly actor: StaffActor }) {
  return <ChainLine chain={await withScope(actor, 'read', activityChain)} />;
}

type Href = (changes: ParamChanges) => Route;

function chipsOf({ verb, actor }: ActivityFilters, { actors }: ActivityFacets, href: Href): Chip[] {
  const name = actors.find((each) => actorKey(each) === actor)?.actorName;
  return [
    ...(actor === null
      ? []
      : [
          {
            label: 'Who is',
            value: name ?? 'somebody else',
            removeHref: href({ actor: null, before: null }),
          },
        ]),
    ...(verb === null
      ? []
      : [{ label: 'What is', value: verbName(verb), removeHref: href({ verb: null, before: null }) }]),
  ];
}

interface EndsProps {
  readonly filters: ActivityFilters;
  readonly nextBefore: number | null;
  readonly href: Href;
}

function Ends({ filters: { before }, nextBefore, href }: EndsProps) {
  if (before === null && nextBefore === null) return null;
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2 px-6 pb-5 max-md:px-4 print:hidden">
      {before !== null && (
        <ButtonLink size="sm" href={href({ before: null })}>
          Newest
        </ButtonLink>
      )}
      {nextBefore !== null && (
        <ButtonLink size="sm" rel="next" href={href({ before: nextBefore })}>
          Older
        </ButtonLink>
      )}
    </nav>
  );
}
