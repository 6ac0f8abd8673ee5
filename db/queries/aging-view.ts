import type { AgingFilters } from '@/lib/filters';
import type { Tx } from '../scope';
import { type AgingReport, agingReport } from './aging';
import { agingByGroup, type GroupReport } from './aging-groups';
import { agingByItem, type ItemReport } from './aging-items';

/** The aging report in the grouping that its filters ask for: customers or families, owners or tags, items. */
export type AgingView =
  | { readonly by: 'customer'; readonly report: AgingReport; readonly count: number }
  | {
      readonly by: 'group';
      readonly of: 'owner' | 'tag';
      readonly report: GroupReport;
      readonly count: number;
    }
  | { readonly by: 'item'; readonly report: ItemReport; readonly count: number };

/** One page of it, of `limit` lines; null reads them all, for exports. `count` is of all its lines. */
export async function agingView(tx: Tx, filters: AgingFilters, limit: number | null): Promise<AgingView> {
  const { groupBy, page } = filters;
  if (groupBy === 'item') {
    const report = await agingByItem(tx, filters, { limit, offset: limit === null ? 0 : (page - 1) * limit });
    return { by: 'item', report, count: report.itemCount };
  }
  if (groupBy === 'owner' || groupBy === 'tag') {
    const report = await agingByGroup(tx, filters, { by: groupBy, limit });
    return { by: 'group', of: groupBy, report, count: report.groupCount };
  }
  const report = await agingReport(tx, filters, limit);
  return { by: 'customer', report, count: report.customerCount };
}
