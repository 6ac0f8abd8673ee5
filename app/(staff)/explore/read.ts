import 'server-only';
import { currenciesInUse } from '@/db/queries/currencies';
import { customerNames } from '@/db/queries/customer-names';
import { type ExploreSummary, exploreSummary } from '@/db/queries/explore';
import { exploreRows } from '@/db/queries/explore-rows';
import { lastActivity } from '@/db/queries/last-activity';
import { dueBetween } from '@/db/queries/open-items';
import { syncState } from '@/db/queries/sync-state';
import { viewList } from '@/db/queries/views';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { addDays } from '@/lib/domain/dates';
import type { ExploreFilters } from '@/lib/explore-filters';

/** How far ahead the next due day is looked for. */
const AHEAD_DAYS = 90;

/** All that Explore shows, from one snapshot. */
export function readExplore(actor: StaffActor & { readonly userId: string }, filters: ExploreFilters) {
  return withScope(actor, 'read', async (tx) => {
    const summary = await exploreSummary(tx, filters);
    return {
      summary,
      nothingLate: isNothingLate(filters, summary)
        ? {
            nextDueOn: (await dueBetween(tx, filters, filters.currency, addDays(filters.asOf, AHEAD_DAYS)))
              .firstOn,
          }
        : null,
      ...(await exploreRows(tx, filters)),
      names: await customerNames(tx, filters.customerIds, filters),
      currencies: await currenciesInUse(tx, filters),
      last: await lastActivity(tx),
      sync: await syncState(tx),
      views: await viewList(tx, actor.userId, '/explore'),
    };
  });
}

/** Whether somebody asks for what is late where nothing is: good news, and no fault of the filters. */
function isNothingLate({ buckets, basis }: ExploreFilters, { whole }: ExploreSummary): boolean {
  return (
    basis === 'due' &&
    buckets.length > 0 &&
    !buckets.includes(0) &&
    whole.itemCount > 0 &&
    whole.lateMinor === 0
  );
}
