import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { decimalsOf } from '@/lib/domain/currencies';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { BILLED } from './invoices';

/**
 * Everything that was billed by the close of a day in the base currency, each document at its own rate and rounded on its own; of
 * one customer when it is given. What was reversed by then does not count. Null when a rate is not known.
 */
export async function billedInBase(
  tx: Tx,
  base: string,
  { customerId, asOf }: { readonly customerId?: string | undefined; readonly asOf: PlainDate },
): Promise<Minor | null> {
  const where = and(
    inArray(documents.kind, BILLED),
    lte(documents.documentDate, asOf),
    customerId === undefined ? undefined : eq(documents.customerId, customerId),
    sql`not exists (select from documents r where r.reverses_id = documents.id and r.document_date <= ${asOf})`,
  );
  const used = await tx.selectDistinct({ currency: documents.currency }).from(documents).where(where);
  let total = 0;
  for (const { currency } of used) {
    const places = decimalsOf(base) - decimalsOf(currency);
    const rate = currency === base ? sql`1` : sql`documents.rate_to_base`;
    const amount = sql`round(documents.amount_minor * ${rate} * power(10::numeric, ${places}::int))`;
    const [row] = await tx
      .select({
        sum: sql<string>`coalesce(sum(${amount}), 0)::bigint`,
        unknown: sql<number>`(count(*) filter (where ${rate} is null))::int`,
      })
      .from(documents)
      .where(and(where, eq(documents.currency, currency)));
    if (!row || row.unknown > 0) return null;
    total += Number(row.sum);
  }
  return toMinor(total);
}
