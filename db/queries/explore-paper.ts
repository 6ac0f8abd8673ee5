import type { Instant } from '@/lib/domain/instants';
import type { ExploreFilters } from '@/lib/explore-filters';
import type { Tx } from '../scope';
import { knownBefore } from './aging-paper';
import { customerNames } from './customer-names';
import { type ExploreSummary, exploreSummary } from './explore';
import { type ExploreRow, exploreRows } from './explore-rows';
import { type Letterhead, letterhead } from './letterhead';
import { promiseGraceDays } from './promise-receipts';

/** The figures of Explore alone, or with the rows of its table below. */
export type ExploreDetail = 'summary' | 'invoices';

/** What Explore shows, with all that stands on its paper. */
export interface ExplorePaper extends Letterhead {
  readonly filters: ExploreFilters & { readonly knownAt: Instant };
  /** Names of the customers that are asked for, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly summary: ExploreSummary;
  /** All of them, in the order of the table. Null: only figures are shown. */
  readonly rows: readonly ExploreRow[] | null;
}

/** Reads it for a file, from one snapshot, as known at the last instant that is recorded. Null when there are more than `most` rows. */
export async function explorePaper(
  tx: Tx,
  asked: ExploreFilters,
  { detail, most }: { readonly detail: ExploreDetail; readonly most: number },
): Promise<ExplorePaper | null> {
  const filters = { ...asked, ...(await fixedBy(tx, asked)), after: null };
  const summary = await exploreSummary(tx, filters);
  if (detail === 'invoices' && summary.matched.itemCount > most) return null;
  return {
    ...(await letterhead(tx)),
    filters,
    names: await customerNames(tx, filters.customerIds, filters),
    summary,
    rows: detail === 'invoices' ? (await exploreRows(tx, filters, most)).rows : null,
  };
}

/** What a file of Explore is a function of besides its filters: the last instant that is recorded, and the grace of promises. */
export async function fixedBy(
  tx: Tx,
  { knownAt, graceDays }: Pick<ExploreFilters, 'knownAt' | 'graceDays'>,
): Promise<{ knownAt: Instant; graceDays: number }> {
  return { knownAt: await knownBefore(tx, knownAt), graceDays: graceDays ?? (await promiseGraceDays(tx)) };
}
