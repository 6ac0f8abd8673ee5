import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { requireStaff } from '@/app/_auth/actor';
import { ActivityList } from '@/components/activity/activity-list';
import { ActivityToolbar } from '@/components/activity/activity-toolbar';
import { ChainLine } from '@/components/activity/chain-line';
import { ChainReport } from '@/components/activity/chain-report';
import { FilterChips } from '@/components/aging/filter-chips';
import type { Chip } from '@/components/chip-list';
import { DroppedStrip } from '@/components/dropped-strip';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import { EmptyState } from '@/components/ui/empty-state';
import {
  ACTIVITY_PAGE,
  type ActivityFacets,
  activityCount,
  activityFacets,
  activityPage,
} from '@/db/queries/activity';
import { activityChain, longActivityChain } from '@/db/queries/activity-chain';
import { withScope } from '@/db/scope';
import { type ActivityFilters, actorKey, readActivityFilters } from '@/lib/activity-filters';
import { ACTIVITY_KINDS } from '@/lib/activity-kinds';
import { verbName } from '@/lib/activity-words';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { formatCount, formatDay } from '@/lib/format';
import { type ParamChanges, withParams } from '@/lib/url';

/** Milliseconds that verifying may take. */
const VERIFY_WITHIN = 9_000;

export const metadata: Metadata = { title: 'Activity' };

/** Who did what, and when, newest first. Nothing in it can be edited or deleted. All its state is in the URL. */
export default async function ActivityPage({ searchParams }: PageProps<'/activity'>) {
  const actor = await requireStaff('activity:read');
  const params = await searchParams;
  const { filters, dropped } = readActivityFilters(params);
  const { timeZone } = actor.org;
  const { page, facets, count } = await withScope(actor, 'read', async (tx) => ({
    page: await activityPage(tx, filters, { timeZone, limit: ACTIVITY_PAGE }),
    facets: await activityFacets(tx),
    count: await activityCount(tx, filters, timeZone),
  }));
  const href = (changes: ParamChanges) => withParams('/activity', params, { verify: null, ...changes });
  return (
    <Page
      title="Activity"
      actions={
        <DownloadButton
          href={withParams('/exports/activity', params, { before: null, verify: null })}
          label="CSV"
        />
      }
    >
      <DroppedStrip names={dropped} />
      <ActivityToolbar facets={facets} params={params} filters={filters} href={href}>
        <p className="text-right">
          {count === null ? 'More than 10,000 entries' : formatCount(count, 'entry', 'entries')}. Nothing here
          can be edited or deleted.
        </p>
        <Suspense fallback="Checking the chain…">
          <Chain actor={actor} verifyHref={href({ verify: '1' })} />
        </Suspense>
      </ActivityToolbar>
      {params.verify === '1' && (
        <Suspense fallback={<p className="px-6 py-4">Verifying the chain…</p>}>
          <Verified actor={actor} />
        </Suspense>
      )}
      <FilterChips chips={chipsOf(filters, facets, href)} clearHref="/activity" />
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
async function Chain({ actor, verifyHref }: { readonly actor: StaffActor; readonly verifyHref: Route }) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-3">
      <ChainLine chain={await withScope(actor, 'read', activityChain)} />
      <Link href={verifyHref} className="link">
        Verify the chain
      </Link>
    </div>
  );
}

async function Verified({ actor }: { readonly actor: StaffActor }) {
  const chain = await withScope(actor, 'read', longActivityChain, VERIFY_WITHIN);
  return (
    <ChainReport chain={chain} entryHref={(entry) => withParams('/activity', {}, { before: entry + 1 })} />
  );
}

type Href = (changes: ParamChanges) => Route;

function chipsOf(filters: ActivityFilters, { actors }: ActivityFacets, href: Href): Chip[] {
  const { verb, actor, kind, q, from, to } = filters;
  const name = actors.find((each) => actorKey(each) === actor)?.actorName;
  const chip = (label: string, value: string | null | undefined, without: ParamChanges): Chip[] =>
    value ? [{ label, value, removeHref: href({ ...without, before: null }) }] : [];
  const kindLabel = ACTIVITY_KINDS.find((each) => each.kind === kind)?.label;
  return [
    ...chip('About', q, { q: null }),
    ...chip('Kind is', kindLabel, { kind: null }),
    ...chip('From', from && formatDay(from), { from: null }),
    ...chip('To', to && formatDay(to), { to: null }),
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
