import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Reason } from '@/lib/sources/reasons';
import { customers } from '../schema/customers';
import { sourceRows } from '../schema/source-rows';
import type { Tx } from '../scope';

/** Rows on one page. */
const PAGE = 50;

/** How many rows are set aside, by reason, most first. */
export async function asideByReason(
  tx: Tx,
  connectionId: string,
): Promise<{ reason: Reason; count: number }[]> {
  const rows = await tx
    .select({ reason: sourceRows.reason, count: count() })
    .from(sourceRows)
    .where(and(eq(sourceRows.connectionId, connectionId), eq(sourceRows.state, 'quarantined')))
    .groupBy(sourceRows.reason)
    .orderBy(sql`count(*) desc`, asc(sourceRows.reason));
  return rows.flatMap(({ reason, count: rowCount }) => (reason ? [{ reason, count: rowCount }] : []));
}

/** Rows that are set aside for a reason, one page, in the order of their names there. */
export async function rowsAside(
  tx: Tx,
  connectionId: string,
  { reason, after }: { readonly reason: Reason; readonly after: string | null },
) {
  const contact = sql`(select c.fact->>'name' from source_rows c where c.connection_id = ${connectionId} and c.object = 'contact'
    and c.source_id = ${sourceRows.contactId})`;
  const found = await tx
    .select({
      object: sourceRows.object,
      sourceId: sourceRows.sourceId,
      detail: sourceRows.detail,
      contactId: sourceRows.contactId,
      contact: sql<string | null>`coalesce(${contact}, ${customers.name})`,
      number: sql<
        string | null
      >`coalesce(${sourceRows.raw}->>'invoice_number', ${sourceRows.raw}->>'creditmemo_number', ${sourceRows.raw}->>'reference', ${sourceRows.raw}->>'name')`,
      currency: sourceRows.currency,
      openMinor: sourceRows.openMinor,
    })
    .from(sourceRows)
    .leftJoin(customers, eq(customers.id, sourceRows.customerId))
    .where(
      and(
        eq(sourceRows.connectionId, connectionId),
        eq(sourceRows.state, 'quarantined'),
        eq(sourceRows.reason, reason),
        after === null ? undefined : sql`${sourceRows.object} || ' ' || ${sourceRows.sourceId} > ${after}`,
      ),
    )
    .orderBy(sql`${sourceRows.object} || ' ' || ${sourceRows.sourceId}`)
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return { rows, nextAfter: found.length > PAGE && last ? `${last.object} ${last.sourceId}` : null };
}

/** One of them. */
export type RowAside = Awaited<ReturnType<typeof rowsAside>>['rows'][number];
