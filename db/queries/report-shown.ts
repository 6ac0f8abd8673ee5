import { inArray } from 'drizzle-orm';
import type { Instant } from '@/lib/domain/instants';
import type { AgingFilters } from '@/lib/filters';
import { familiesAt } from '../customers-at';
import type { Tx } from '../scope';
import { agingReport } from './aging';
import { agingByItem } from './aging-items';

/**
 * The customers that a report showed as known at `filters.knownAt`, or shows as known at `now`, where its filters choose among
 * them; null when they take everybody. Of a report by item, its items.
 */
export async function idsShown(
  tx: Tx,
  filters: AgingFilters,
  now: Instant | null,
): Promise<ReadonlySet<string> | null> {
  const { q, bucket, lateOnly, minMinor, maxMinor } = filters;
  if (!q && bucket === null && !lateOnly && minMinor === null && maxMinor === null) return null;
  const before = await idsOf(tx, { ...filters, page: 1 });
  const after = await idsOf(tx, { ...filters, knownAt: now, page: 1 });
  return new Set([...before, ...after]);
}

async function idsOf(tx: Tx, filters: AgingFilters): Promise<string[]> {
  if (filters.groupBy === 'item') {
    const { rows } = await agingByItem(tx, filters, { limit: null, offset: 0 });
    return rows.map((row) => row.itemId);
  }
  const { rows } = await agingReport(tx, filters, null);
  const ids = rows.map((row) => row.customerId);
  if (filters.groupBy !== 'parent' || ids.length === 0) return ids;
  const families = familiesAt(filters);
  const members = await tx.select({ id: families.id }).from(families).where(inArray(families.rootId, ids));
  return members.map((member) => member.id);
}
