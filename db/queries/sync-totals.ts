import { sql } from 'drizzle-orm';
import { toMinor } from '@/lib/domain/money';
import type { SyncTotal } from '@/lib/sources/sync';
import type { Tx } from '../scope';

/** What a row `s` leaves open by its own word. One that does not say counts with what is open here of it and of the deposit that came with it. */
export const OPEN_THERE = sql`coalesce(s.open_minor, case when s.document_id is null then 0 else
  (select coalesce(sum(i.open_minor), 0)::bigint from open_items i where i.document_id in (s.document_id, s.deposit_id)) end)`;

/** Which rows `s` say what is owed: papers and payments that are there still. */
export const SAYS_OWED = sql`s.object <> 'contact' and s.gone_at is null and s.currency is not null`;

/** What is owed by both books, by currency: there what each paper and payment leaves open, here every open item. */
export async function syncTotals(tx: Tx, connectionId: string): Promise<SyncTotal[]> {
  const rows = await tx.execute<{ currency: string; source_minor: string; ours_minor: string }>(sql`
    with theirs as (
      select s.currency, sum(${OPEN_THERE}) as minor
      from source_rows s where s.connection_id = ${connectionId} and ${SAYS_OWED} group by 1),
    ours as (select currency, sum(open_minor) as minor from open_items group by 1)
    select currency, coalesce(t.minor, 0)::text as source_minor, coalesce(o.minor, 0)::text as ours_minor
    from theirs t full join ours o using (currency)
    where coalesce(t.minor, 0) <> 0 or coalesce(o.minor, 0) <> 0 order by 1`);
  return rows.map(({ currency, source_minor: source, ours_minor: ours }) => ({
    currency,
    sourceMinor: toMinor(source),
    oursMinor: toMinor(ours),
  }));
}
