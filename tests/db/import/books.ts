import { owner } from '../../world';

/** How many rows an organization has in each table that an import could touch. */
export async function countsOf(orgId: string): Promise<Record<string, number>> {
  const [counts = {}] = await owner`select
    (select count(*)::int from customers where org_id = ${orgId}) as customers,
    (select count(*)::int from documents where org_id = ${orgId}) as documents,
    (select count(*)::int from open_items where org_id = ${orgId}) as items,
    (select count(*)::int from allocations where org_id = ${orgId}) as allocations,
    (select count(*)::int from activity where org_id = ${orgId}) as activity,
    (select coalesce(sum(next), 0)::int from number_series where org_id = ${orgId}) as numbers,
    (select count(*)::int from imports where org_id = ${orgId}) as imports`;
  return counts;
}

/** How often each deed stands in an organization's activity. */
export async function verbsOf(orgId: string): Promise<Record<string, number>> {
  const rows =
    await owner`select verb, count(*)::int as count from activity where org_id = ${orgId} group by verb order by verb`;
  return Object.fromEntries(rows.map(({ verb, count }) => [verb, count]));
}
