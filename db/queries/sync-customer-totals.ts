import { sql } from 'drizzle-orm';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { Tx } from '../scope';
import { OPEN_THERE, SAYS_OWED } from './sync-totals';

/** Accounts that are listed. */
const MOST = 25;

/** What both books say that somebody owes in a currency; a credit lowers it. */
export interface CustomerTotal {
  /** Null: nobody here is that contact. */
  readonly customerId: string | null;
  /** Who that is there, when nobody here is; null when the rows name nobody. */
  readonly contactId: string | null;
  readonly name: string | null;
  readonly currency: string;
  readonly sourceMinor: Minor;
  readonly oursMinor: Minor;
}

/**
 * What is owed by both books, by customer and currency: those that differ first, the largest difference before others, then by what is
 * owed. `count` and `differing`: of all. Added up they are `syncTotals`.
 */
export async function syncCustomerTotals(
  tx: Tx,
  connectionId: string,
): Promise<{ rows: CustomerTotal[]; count: number; differing: number }> {
  const found = await tx.execute<Record<string, string | null>>(sql`
    with theirs as (
      select coalesce(s.customer_id, k.customer_id) as customer_id,
        case when coalesce(s.customer_id, k.customer_id) is null then coalesce(s.contact_id, '') end as contact_id, s.currency,
        sum(${OPEN_THERE}) as minor
      from source_rows s left join source_rows k on k.connection_id = s.connection_id and k.object = 'contact' and k.source_id = s.contact_id
      where s.connection_id = ${connectionId} and ${SAYS_OWED} group by 1, 2, 3),
    ours as (select customer_id, currency, sum(open_minor) as minor from open_items group by 1, 2),
    both_books as (
      select customer_id, t.contact_id, currency, coalesce(t.minor, 0) as source_minor, coalesce(o.minor, 0) as ours_minor
      from theirs t full join ours o using (customer_id, currency)
      where coalesce(t.minor, 0) <> 0 or coalesce(o.minor, 0) <> 0)
    select b.customer_id, nullif(b.contact_id, '') as contact_id, b.currency, b.source_minor::text, b.ours_minor::text, count(*) over ()::text as count,
      count(*) filter (where b.source_minor <> b.ours_minor) over ()::text as differing,
      coalesce(c.name, (select k.fact->>'name' from source_rows k where k.connection_id = ${connectionId} and k.object = 'contact'
        and k.source_id = b.contact_id)) as name
    from both_books b left join customers c on c.id = b.customer_id
    order by abs(b.source_minor - b.ours_minor) desc, abs(b.ours_minor) desc, b.customer_id, b.contact_id, b.currency limit ${MOST}::int`);
  return {
    rows: found.map((row) => ({
      customerId: row.customer_id ?? null,
      contactId: row.contact_id ?? null,
      name: row.name ?? null,
      currency: row.currency ?? '',
      sourceMinor: toMinor(row.source_minor ?? 0),
      oursMinor: toMinor(row.ours_minor ?? 0),
    })),
    count: Number(found[0]?.count ?? 0),
    differing: Number(found[0]?.differing ?? 0),
  };
}
