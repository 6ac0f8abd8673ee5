import { type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { ExploreCursor } from '@/lib/explore-cursor';
import type { ExploreFilters } from '@/lib/explore-filters';
import type { ExploreSort } from '@/lib/explore-sort';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { exploreItems } from './explore-items';

/** Rows on one page. */
const EXPLORE_PAGE = 50;

/** An open item as Explore shows it. Amounts are signed: credits are below 0. */
export interface ExploreRow {
  readonly itemId: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  /** 1 for the only item of a document; instalments count on. */
  readonly instalment: number;
  readonly customerId: string;
  readonly customer: string;
  readonly customerCode: string | null;
  /** Null when nobody owns the customer. */
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly documentDate: PlainDate;
  readonly dueOn: PlainDate;
  readonly amountMinor: Minor;
  readonly openMinor: Minor;
  /** Days past due (or since the document, by the basis); below 0 before it. */
  readonly days: number;
  /** Index of the aging bucket; of meaning for debits only. */
  readonly bucket: number;
  /** Contested and not resolved; 0 when nothing is. */
  readonly disputedMinor: Minor;
  /** The latest promise while it is not kept; null when there is none. */
  readonly promise: {
    readonly promisedFor: PlainDate;
    readonly amountMinor: Minor;
    readonly isBroken: boolean;
  } | null;
  /** In how many reminders that went out it was listed, and when last. */
  readonly remindedTimes: number;
  readonly remindedOn: PlainDate | null;
}

/** A page of the open items that the filters match, in their order, ties by number. `next` begins the page that follows. */
export async function exploreRows(
  tx: Tx,
  filters: ExploreFilters,
  limit = EXPLORE_PAGE,
): Promise<{ rows: ExploreRow[]; next: ExploreCursor | null }> {
  const items = await exploreItems(tx, filters);
  // The number is in the document, so by it all documents have to be looked up; else those of the rows that may be shown.
  const select = rowsFrom(filters.sort === 'number' ? items : firstOf(filters, items, limit), filters);
  const found = await tx.execute<FoundRow>(sql`${select} limit ${limit + 1}`);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(exploreRowOf),
    next: found.length > limit && last ? [last.sort_key, last.number, last.item_id] : null,
  };
}

/** The statement behind the rows, without a limit: for a cursor that reads all of them. Map what it answers by `exploreRowOf`. */
export async function exploreSelect(tx: Tx, filters: ExploreFilters): Promise<SQL> {
  return rowsFrom(await exploreItems(tx, filters), filters);
}

function rowsFrom(items: SQL, filters: ExploreFilters): SQL {
  const key = KEYS[filters.sort];
  const direction = directionOf(filters);
  return sql`select item_id, document_id, matched.kind, number, instalment, matched.customer_id, customer, code, owner,
      to_json(tags) as tags, effective_on::text as effective_on, due_on::text as due_on, matched.amount_minor, open_minor,
      days, bucket, disputed_minor, promised_for::text as promised_for, promised_minor, is_broken, times,
      last_on::text as last_on, (${key})::text as sort_key
    from ${items} as matched join ${documents} on documents.id = matched.document_id
    where misses = 0 ${isAfter(filters)}
    order by ${key} ${direction}, number, item_id`;
}

/**
 * Of the items that match, those that may be among the next `limit` and one more: up to the key that the last of so many beyond the
 * cursor has, with all that have the same key as it or as the cursor.
 */
function firstOf(filters: ExploreFilters, items: SQL, limit: number): SQL {
  const key = KEYS[filters.sort];
  const upTo = filters.descending ? sql`>=` : sql`<=`;
  return sql`(with matched as materialized (select * from ${items} as matched where misses = 0)
    select * from matched where coalesce(${key} ${upTo} (select ${key} from matched where ${isBeyond(filters)}
      order by ${key} ${directionOf(filters)} offset ${limit} limit 1), true))`;
}

function directionOf({ descending }: ExploreFilters): SQL {
  return descending ? sql`desc` : sql`asc`;
}

/** What the database answers for a row. */
export interface FoundRow extends Record<string, unknown> {
  readonly item_id: string;
  readonly document_id: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly instalment: number;
  readonly customer_id: string;
  readonly customer: string;
  readonly code: string | null;
  readonly owner: string | null;
  readonly tags: string[];
  readonly effective_on: PlainDate;
  readonly due_on: PlainDate;
  readonly amount_minor: string;
  readonly open_minor: string;
  readonly days: number;
  readonly bucket: number;
  readonly disputed_minor: string | null;
  readonly promised_for: PlainDate | null;
  readonly promised_minor: string | null;
  readonly is_broken: boolean | null;
  readonly times: number | null;
  readonly last_on: PlainDate | null;
  readonly sort_key: string;
}

/** A row of `exploreSelect` as everybody reads it. */
export function exploreRowOf(row: FoundRow): ExploreRow {
  const { promised_for: promisedFor, promised_minor: promised } = row;
  return {
    itemId: row.item_id,
    documentId: row.document_id,
    kind: row.kind,
    number: row.number,
    instalment: row.instalment,
    customerId: row.customer_id,
    customer: row.customer,
    customerCode: row.code,
    owner: row.owner || null,
    tags: row.tags,
    documentDate: row.effective_on,
    dueOn: row.due_on,
    amountMinor: toMinor(row.amount_minor),
    openMinor: toMinor(row.open_minor),
    days: row.days,
    bucket: row.bucket,
    disputedMinor: toMinor(row.disputed_minor ?? 0),
    promise:
      promisedFor && promised
        ? { promisedFor, amountMinor: toMinor(promised), isBroken: row.is_broken === true }
        : null,
    remindedTimes: row.times ?? 0,
    remindedOn: row.last_on,
  };
}

/** What each column sorts by, never null; `status` by how much it asks for attention. */
const KEYS: Readonly<Record<ExploreSort, SQL>> = {
  number: sql`number`,
  customer: sql`customer`,
  owner: sql`coalesce(owner, '')`,
  due: sql`due_on`,
  late: sql`days`,
  status: sql`case when is_broken then 5 when disputed_minor > 0 then 4 when not is_broken then 3 when times > 0 then 2
    when matched.amount_minor > 0 and open_minor < matched.amount_minor then 1 else 0 end`,
  open: sql`open_minor`,
};

/** What a key from an address is compared as. */
const TYPES: Readonly<Record<ExploreSort, SQL>> = {
  number: sql`text`,
  customer: sql`text`,
  owner: sql`text`,
  due: sql`date`,
  late: sql`bigint`,
  status: sql`bigint`,
  open: sql`bigint`,
};

function isAfter(filters: ExploreFilters): SQL {
  if (!filters.after) return sql``;
  const [key, number, itemId] = filters.after;
  return sql`and (${isBeyond(filters)}
    or (${KEYS[filters.sort]} = ${key}::${TYPES[filters.sort]} and (number, item_id) > (${number}, ${itemId}::uuid)))`;
}

function isBeyond({ after, sort, descending }: ExploreFilters): SQL {
  if (!after) return sql`true`;
  return sql`${KEYS[sort]} ${descending ? sql`<` : sql`>`} ${after[0]}::${TYPES[sort]}`;
}
