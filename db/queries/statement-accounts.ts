import { sql } from 'drizzle-orm';
import type { Instant } from '@/lib/domain/instants';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { AccountCursor, StatementFilters } from '@/lib/statement-filters';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { matchedBy } from './customer-list';

/** A customer in one currency: what has a statement of its own. */
export interface StatementAccount {
  readonly customerId: string;
  readonly customer: string;
  readonly currency: string;
  /** What it owes on the last day, credits taken off. */
  readonly balanceMinor: Minor;
}

/** A page of the accounts that have a statement, how many there are, and what they owe in each currency. */
export interface StatementAccounts {
  readonly rows: readonly StatementAccount[];
  readonly count: number;
  readonly totals: readonly { readonly currency: string; readonly balanceMinor: Minor }[];
  /** Begins the page that follows; null on the last. */
  readonly next: AccountCursor | null;
}

/**
 * The accounts of the customers that the filters match, by name: those with anything open on the last day and, for a statement of
 * what happened, those with a document in the span; a customer that is named has one in any case.
 */
export async function statementAccounts(
  tx: Tx,
  { who, kind, from, to, after }: StatementFilters,
  { knownAt, limit }: { readonly knownAt: Instant | null; readonly limit: number },
): Promise<StatementAccounts> {
  const happened =
    kind === 'activity'
      ? sql`union select d.customer_id, d.currency, 0 from ${documents} d
          where d.document_date between ${from} and ${to} and d.customer_id in (select id from matched)
            and not exists (select from owed o where o.item_customer_id = d.customer_id and o.item_currency = d.currency)`
      : sql``;
  const isAfter = after
    ? sql`where (name, id, currency) > (${after[0]}, ${after[1]}::uuid, ${after[2]})`
    : sql``;
  const [found] = await tx.execute<{
    count: number;
    totals: { currency: string; total: string }[] | null;
    rows: { id: string; name: string; currency: string; total: string }[] | null;
  }>(sql`${matchedBy(who, { asOf: to, knownAt })},
    accounts as (select item_customer_id as customer_id, item_currency as currency, total from owed ${happened}),
    statements as (select m.id, m.name, coalesce(a.currency, c.currency) as currency, coalesce(a.total, 0) as total
      from matched m join customers c on c.id = m.id left join accounts a on a.customer_id = m.id
      where a.customer_id is not null or ${who.customerIds.length > 0})
    select (select count(*)::int from statements) as count,
      (select json_agg(totals) from (select currency, sum(total)::text as total from statements
        group by currency order by sum(total) desc, currency) as totals) as totals,
      (select json_agg(page) from (select id, name, currency, total::text as total from statements ${isAfter}
        order by name, id, currency limit ${limit + 1}) as page) as rows`);
  const rows = found?.rows ?? [];
  const last = rows[limit - 1];
  return {
    rows: rows.slice(0, limit).map(({ id, name, currency, total }) => ({
      customerId: id,
      customer: name,
      currency,
      balanceMinor: toMinor(total),
    })),
    count: found?.count ?? 0,
    totals: (found?.totals ?? []).map(({ currency, total }) => ({ currency, balanceMinor: toMinor(total) })),
    next: rows.length > limit && last ? [last.name, last.id, last.currency] : null,
  };
}
