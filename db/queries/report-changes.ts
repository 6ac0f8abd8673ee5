import { and, asc, eq, gt, inArray, lte, ne, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import type { Instant } from '@/lib/domain/instants';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { AgingFilters } from '@/lib/filters';
import { inChunks } from '../chunks';
import { isLabelled } from '../customer-labels';
import { customersAt, isOf } from '../customers-at';
import { knownBy, openMinorAt } from '../expressions';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { instantText } from './last-recorded';
import { idsShown } from './report-shown';

/** An open item that a report shows otherwise now than it did then, for the same day. Amounts are signed. */
export interface ReportChange {
  readonly itemId: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly customerId: string;
  readonly customer: string;
  readonly documentDate: PlainDate;
  readonly dueOn: PlainDate;
  /** What was open of it as known then, and as known now; 0 for an item that was not there. */
  readonly thenMinor: Minor;
  readonly nowMinor: Minor;
  /** What was recorded in between, in its order. */
  readonly because: readonly LaterRecord[];
}

/** Something recorded after the report was made that takes effect on its day or before. */
export interface LaterRecord {
  readonly what: 'document' | 'applied' | 'taken_back';
  /** The document itself, or the other side of what was applied. */
  readonly document: { readonly documentId: string; readonly kind: DocumentKind; readonly number: string };
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Instant;
  /** What it did to the open amount. */
  readonly deltaMinor: Minor;
}

/**
 * How a report as known at `filters.knownAt` differs from the same report as known at `now` (null: by now): items of customers
 * that the filters show in either, in order of customer, due day and number. Only what was recorded in between is looked at.
 */
export async function reportChanges(
  tx: Tx,
  filters: AgingFilters,
  now: Instant | null,
): Promise<ReportChange[]> {
  const { asOf, knownAt } = filters;
  if (knownAt === null) return [];
  const customers = customersAt({ knownAt: now });
  const wasKnown = sql`${openItems.recordedAt} <= ${knownAt}`;
  const then = sql<Minor>`(case when ${wasKnown} then ${openMinorAt({ asOf, knownAt })} else 0 end)`;
  const current = openMinorAt({ asOf, knownAt: now });
  const rows = await tx
    .select({
      itemId: openItems.id,
      documentId: documents.id,
      kind: openItems.kind,
      number: documents.number,
      customerId: openItems.customerId,
      customer: customers.name,
      documentDate: documents.documentDate,
      dueOn: openItems.dueOn,
      amountMinor: openItems.amountMinor,
      recordedAt: instantText(openItems.recordedAt),
      thenMinor: then.mapWith(toMinor),
      nowMinor: current,
    })
    .from(openItems)
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .innerJoin(customers, eq(customers.id, openItems.customerId))
    .where(
      and(
        inArray(openItems.id, touchedSince(asOf, knownAt)),
        lte(openItems.effectiveOn, asOf),
        knownBy(openItems.recordedAt, { knownAt: now }),
        ...narrowing(filters),
        ne(then, current),
      ),
    )
    .orderBy(asc(customers.name), asc(openItems.dueOn), asc(documents.number), asc(openItems.id));
  const shown = await idsShown(tx, filters, now);
  const changed =
    shown === null ? rows : rows.filter((row) => shown.has(row.customerId) || shown.has(row.itemId));
  const because = await laterAllocations(
    tx,
    changed.map((row) => row.itemId),
    { asOf, knownAt, now },
  );
  return changed.map(({ recordedAt, amountMinor, ...row }) => {
    const { documentId, kind, number, documentDate } = row;
    const isNew = recordedAt > knownAt;
    const posted: LaterRecord = {
      what: 'document',
      document: { documentId, kind, number },
      effectiveOn: documentDate,
      recordedAt,
      deltaMinor: amountMinor,
    };
    return { ...row, because: [...(isNew ? [posted] : []), ...(because.get(row.itemId) ?? [])] };
  });
}

/** Items that anything was recorded of since, with effect on the day or before: no other can differ. */
function touchedSince(asOf: PlainDate, knownAt: Instant): SQL {
  const since = sql`recorded_at > ${knownAt} and effective_on <= ${asOf}`;
  return sql`(select id from open_items where ${since}
    union select debit_item_id from allocations where ${since}
    union select credit_item_id from allocations where ${since})`;
}

function narrowing(filters: AgingFilters): (SQL | undefined)[] {
  const { currency, customerId, family, dueFrom, dueTo } = filters;
  return [
    eq(openItems.currency, currency),
    customerId ? isOf(openItems.customerId, customerId, family, filters) : undefined,
    ...isLabelled(openItems.customerId, filters),
    dueFrom ? sql`${openItems.dueOn} >= ${dueFrom}` : undefined,
    dueTo ? sql`${openItems.dueOn} <= ${dueTo}` : undefined,
  ];
}

async function laterAllocations(
  tx: Tx,
  itemIds: readonly string[],
  {
    asOf,
    knownAt,
    now,
  }: { readonly asOf: PlainDate; readonly knownAt: Instant; readonly now: Instant | null },
): Promise<Map<string, LaterRecord[]>> {
  const byItem = new Map<string, LaterRecord[]>();
  const other = alias(openItems, 'other');
  await inChunks([...itemIds], async (chunk) => {
    for (const side of ['debit', 'credit'] as const) {
      const [own, others] =
        side === 'debit'
          ? [allocations.debitItemId, allocations.creditItemId]
          : [allocations.creditItemId, allocations.debitItemId];
      const rows = await tx
        .select({
          itemId: own,
          document: { documentId: documents.id, kind: documents.kind, number: documents.number },
          effectiveOn: allocations.effectiveOn,
          recordedAt: instantText(allocations.recordedAt),
          amountMinor: allocations.amountMinor,
          reversesId: allocations.reversesId,
        })
        .from(allocations)
        .innerJoin(other, eq(other.id, others))
        .innerJoin(documents, eq(documents.id, other.documentId))
        .where(
          and(
            inArray(own, chunk),
            lte(allocations.effectiveOn, asOf),
            gt(allocations.recordedAt, sql`${knownAt}`),
            knownBy(allocations.recordedAt, { knownAt: now }),
          ),
        )
        .orderBy(asc(allocations.recordedAt), asc(allocations.id));
      for (const { itemId, amountMinor, reversesId, ...record } of rows) {
        const deltaMinor = side === 'debit' ? toMinor(-amountMinor) : amountMinor;
        const list = byItem.get(itemId) ?? [];
        byItem.set(itemId, [...list, { ...record, what: reversesId ? 'taken_back' : 'applied', deltaMinor }]);
      }
    }
  });
  return byItem;
}
