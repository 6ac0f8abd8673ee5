import 'server-only';
import { currenciesInUse } from '@/db/queries/currencies';
import { customerNames } from '@/db/queries/customer-names';
import { exploreSummary } from '@/db/queries/explore';
import { exploreRows } from '@/db/queries/explore-rows';
import { lastActivity } from '@/db/queries/last-activity';
import { viewList } from '@/db/queries/views';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { ExploreFilters } from '@/lib/explore-filters';

/** All that Explore shows, from one snapshot. */
export function readExplore(actor: StaffActor & { readonly userId: string }, filters: ExploreFilters) {
  return withScope(actor, 'read', async (tx) => ({
    summary: await exploreSummary(tx, filters),
    ...(await exploreRows(tx, filters)),
    names: await customerNames(tx, filters.customerIds),
    currencies: await currenciesInUse(tx, filters),
    last: await lastActivity(tx),
    views: await viewList(tx, actor.userId, '/explore'),
  }));
}
