import { and, asc, eq, gt, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { type Minor, ZERO } from '@/lib/domain/money';
import { type AgingRule, countRows, type Moment, openItemsAt, sumMinor } from '../expressions';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';

/** At most so many items are listed at once. */
export const MAX_ITEMS = 200;

/** An open item as of a day. */
export interface OpenItemRow {
  readonly itemId: string;
  readonly customerId: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly currency: string;
  readonly documentDate: PlainDate;
  readonly dueOn: PlainDate;
  /** Signed; what the item was at first. */
  readonly amountMinor: Minor;
  /** Signed; what was open of it. */
  readonly openMinor: Minor;
  /** Days past due (or since the document, by the rule's basis); below 0 before it. */
  readonly days: number;
  /** Index of the aging bucket; of meaning for debits only. */
  readonly bucket: number;
}

/** Which open items are meant; all of the organization's when nothing is given. */
export interface ItemFilter {
  readonly customerId?: string;
  readonly currency?: string;
  /** Due days, both included. */
  readonly dueFrom?: PlainDate | null;
  readonly dueTo?: PlainDate | null;
  /** Only debits of one aging bucket, or only credits. */
  readonly part?: number | 'credits';
  /** Only documents of these kinds. */
  readonly kinds?: readonly DocumentKind[];
  /** Document days, both included. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** Bounds on what is open, whichever way; both included. */
  readonly minMinor?: Minor;
  readonly maxMinor?: Minor;
}

/** Open items as of a moment: oldest due first, debits before credits, one page of at most `MAX_ITEMS` after `offset`. */
export function openItemRows(
  tx: Tx,
  moment: Moment,
  rule: AgingRule,
  filter: ItemFilter,
  page: { readonly limit?: number; readonly offset?: number } = {},
): Promise<OpenItemRow[]> {
  const items = openItemsAt(moment, rule);
  return tx
    .select({
      itemId: items.itemId,
      customerId: items.customerId,
      documentId: items.documentId,
      kind: items.kind,
      number: documents.number,
      currency: items.currency,
      documentDate: items.effectiveOn,
      dueOn: items.dueOn,
      amountMinor: items.amountMinor,
      openMinor: items.openMinor,
      days: items.days,
      bucket: items.bucket,
    })
    .from(items)
    .innerJoin(documents, eq(documents.id, items.documentId))
    .where(and(...conditions(items, filter)))
    .orderBy(asc(lte(items.amountMinor, ZERO)), asc(items.dueOn), asc(documents.number), asc(items.itemId))
    .limit(Math.min(page.limit ?? MAX_ITEMS, MAX_ITEMS))
    .offset(page.offset ?? 0);
}

/** What falls due from `asOf` to `until`, both included, and on which day the first of it: open then, and not late. */
export async function dueBetween(
  tx: Tx,
  moment: Moment,
  currency: string,
  until: PlainDate,
): Promise<{ amountMinor: Minor; itemCount: number; firstOn: PlainDate | null }> {
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const [row] = await tx
    .select({
      amountMinor: sumMinor(items.openMinor),
      itemCount: countRows(),
      firstOn: sql<PlainDate | null>`min(${items.dueOn})::text`,
    })
    .from(items)
    .where(
      and(
        eq(items.currency, currency),
        gt(items.amountMinor, ZERO),
        lte(items.dueOn, until),
        eq(items.bucket, 0),
      ),
    );
  if (!row) throw new Error('a sum returned no row');
  return row;
}

function conditions(items: ReturnType<typeof openItemsAt>, filter: ItemFilter): (SQL | undefined)[] {
  const { customerId, currency, dueFrom, dueTo } = filter;
  return [
    customerId ? eq(items.customerId, customerId) : undefined,
    currency ? eq(items.currency, currency) : undefined,
    dueFrom ? gte(items.dueOn, dueFrom) : undefined,
    dueTo ? lte(items.dueOn, dueTo) : undefined,
    filter.part === undefined
      ? undefined
      : filter.part === 'credits'
        ? lte(items.amountMinor, ZERO)
        : and(gt(items.amountMinor, ZERO), eq(items.bucket, filter.part)),
    filter.kinds ? inArray(items.kind, [...filter.kinds]) : undefined,
    filter.from ? gte(items.effectiveOn, filter.from) : undefined,
    filter.to ? lte(items.effectiveOn, filter.to) : undefined,
    filter.minMinor === undefined ? undefined : sql`abs(${items.openMinor}) >= ${filter.minMinor}`,
    filter.maxMinor === undefined ? undefined : sql`abs(${items.openMinor}) <= ${filter.maxMinor}`,
  ];
}
