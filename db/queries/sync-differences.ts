import { sql } from 'drizzle-orm';
import { type Minor, toMinor } from '@/lib/domain/money';
import { SOURCE_OBJECTS, type SourceObject } from '@/lib/sources/facts';
import { REASON_NAMES, type Reason } from '@/lib/sources/reasons';
import type { Tx } from '../scope';

/** Documents on one page. */
const PAGE = 200;

/** A document of which the two books say different things, or that only one of them has. */
export interface Difference {
  /** Null: the other books do not have it. */
  readonly object: SourceObject | null;
  readonly sourceId: string | null;
  readonly number: string | null;
  /** Null: nothing stands for it here. */
  readonly documentId: string | null;
  readonly customer: string | null;
  readonly sourceMinor: Minor;
  readonly oursMinor: Minor;
  /** Why it is not booked; null when it is. */
  readonly reason: Reason | null;
}

/** What makes up the difference between the two books in a currency, document by document, the largest first. */
export async function syncDifferences(
  tx: Tx,
  connectionId: string,
  currency: string,
): Promise<{ rows: Difference[]; count: number }> {
  const found = await tx.execute<Record<string, string | null>>(sql`
    with theirs as (
      select s.object, s.source_id, s.reason, s.document_id, s.customer_id, s.contact_id, s.raw,
        coalesce(s.open_minor, o.minor) as source_minor, o.minor as ours_minor
      from source_rows s cross join lateral (
        select coalesce(sum(i.open_minor), 0)::bigint as minor from open_items i where i.document_id in (s.document_id, s.deposit_id)) o
      where s.connection_id = ${connectionId} and s.object <> 'contact' and s.gone_at is null and s.currency = ${currency}),
    only_ours as (
      select null, null, null, i.document_id, i.customer_id, null, null::jsonb, 0::bigint, sum(i.open_minor)::bigint
      from open_items i where i.currency = ${currency} and i.open_minor <> 0 and not exists (
        select from source_rows s where s.connection_id = ${connectionId} and s.gone_at is null
          and i.document_id in (s.document_id, s.deposit_id)) group by i.document_id, i.customer_id),
    both_books as (select * from theirs where source_minor <> ours_minor union all select * from only_ours)
    select b.object, b.source_id, b.reason, b.document_id, b.source_minor::text, b.ours_minor::text, count(*) over ()::text as count,
      coalesce(d.number, b.raw->>'invoice_number', b.raw->>'creditmemo_number', b.raw->>'reference') as number,
      coalesce(c.name, (select k.fact->>'name' from source_rows k where k.connection_id = ${connectionId} and k.object = 'contact'
        and k.source_id = b.contact_id)) as customer
    from both_books b left join documents d on d.id = b.document_id left join customers c on c.id = b.customer_id
    order by abs(b.source_minor - b.ours_minor) desc, b.source_id, b.document_id limit ${PAGE}::int`);
  return { rows: found.map(differenceOf), count: Number(found[0]?.count ?? 0) };
}

function differenceOf(row: Record<string, string | null>): Difference {
  return {
    object: objectOf(row.object ?? null),
    sourceId: row.source_id ?? null,
    number: row.number ?? null,
    documentId: row.document_id ?? null,
    customer: row.customer ?? null,
    sourceMinor: toMinor(row.source_minor ?? 0),
    oursMinor: toMinor(row.ours_minor ?? 0),
    reason: reasonOf(row.reason ?? null),
  };
}

function objectOf(text: string | null): SourceObject | null {
  return SOURCE_OBJECTS.find((object) => object === text) ?? null;
}

function reasonOf(text: string | null): Reason | null {
  return REASON_NAMES.find((reason) => reason === text) ?? null;
}
