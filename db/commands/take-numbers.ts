import { sql } from 'drizzle-orm';
import { type DocumentKind, NUMBER_PREFIXES } from '@/lib/domain/documents';
import { documents } from '../schema/documents';
import { numberSeries } from '../schema/organizations';
import type { Tx } from '../scope';

/** A number given by the organization's own counter. */
export interface TakenNumber {
  readonly number: string;
  readonly sequence: number;
}

/**
 * The next `count` numbers of a kind: its prefix and at least five digits. The counter's row stays locked until the
 * transaction ends, so numbers have no gaps: a rolled-back posting gives its number back. Numbers that a document from
 * outside already bears are passed over. The caller holds the ledger.
 */
export async function takeNumbers(tx: Tx, kind: DocumentKind, count: number): Promise<TakenNumber[]> {
  // A value, not EXISTS, which the planner may answer by reading all documents of the kind.
  const rows = await tx
    .execute<TakenNumber & { isBorne: true | null } & Record<string, unknown>>(
      sql`
    with series as (
      insert into ${numberSeries} (kind, prefix, next) values (${kind}, ${NUMBER_PREFIXES[kind]}, ${count}::int + 1)
      on conflict (org_id, kind) do update set next = number_series.next + ${count}::int returning prefix, next)
    select n as sequence, given.number, (
      select true from ${documents} where documents.kind = ${kind} and documents.number = given.number) as "isBorne"
    from series
    cross join lateral generate_series(next - ${count}::int, next - 1) as n
    cross join lateral (select prefix || lpad(n::text, greatest(5, length(n::text)), '0') as number) as given
    order by n`,
    )
    .execute();
  if (rows.length < count) throw new Error('the number series gave too few numbers');
  const free = rows.flatMap(({ number, sequence, isBorne }) => (isBorne ? [] : [{ number, sequence }]));
  return free.length === count ? free : [...free, ...(await takeNumbers(tx, kind, count - free.length))];
}
