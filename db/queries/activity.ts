import { and, count, desc, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ActivityFilters } from '@/lib/activity-filters';
import { ACTIVITY_KINDS } from '@/lib/activity-kinds';
import type { DocumentKind } from '@/lib/domain/documents';
import { isUuid } from '@/lib/uuid';
import { activity } from '../schema/activity';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** Entries on one page. */
export const ACTIVITY_PAGE = 50;
/** Who and what can be filtered for is looked up among this many newest entries. */
const RECENT = 20_000;
/** Matching entries that are counted; beyond it a page says that there are more. */
const COUNTED = 10_000;
/** Entries that a file is made from at once. */
const BATCH = 500;

/** One thing that somebody did. */
export interface ActivityEntry {
  /** Counts from 1 within the organization, without gaps. */
  readonly sequence: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly verb: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly customerId: string | null;
  readonly customer: string | null;
  /** What it was done to, or the invoice that money was taken back from. */
  readonly document: ActivityDocument | null;
  readonly before: unknown;
  readonly after: unknown;
}

interface ActivityDocument {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly currency: string;
}

/** Who did something, and what was done, lately: what can be filtered for. */
export interface ActivityFacets {
  readonly actors: readonly { readonly actorId: string | null; readonly actorName: string }[];
  readonly verbs: readonly string[];
}

/** Which entries are listed; with `objectId` only what was done to that. */
type Listed = ActivityFilters & { readonly objectId?: string | undefined };

/** One page of what was done, newest first. `nextBefore` is where the page after it begins; null on the last. */
export async function activityPage(
  tx: Tx,
  filters: Listed,
  { timeZone, limit }: { readonly timeZone: string; readonly limit: number },
): Promise<{ entries: ActivityEntry[]; nextBefore: number | null }> {
  const rows = await activityRows(tx, filters, { timeZone, limit: limit + 1 });
  const entries = rows.slice(0, limit);
  return { entries, nextBefore: rows.length > limit ? (entries.at(-1)?.sequence ?? null) : null };
}

/** How many entries the filters match, on all pages; null for more than can be counted at once. */
export async function activityCount(
  tx: Tx,
  filters: ActivityFilters,
  timeZone: string,
): Promise<number | null> {
  const matching = tx
    .select({ sequence: activity.sequence })
    .from(activity)
    .where(matches({ ...filters, before: null }, timeZone))
    .limit(COUNTED + 1)
    .as('matching');
  const [row] = await tx.select({ entries: count() }).from(matching);
  if (!row) throw new Error('the count returned no row');
  return row.entries > COUNTED ? null : row.entries;
}

/** Everything that the filters match, newest first, in batches that fit memory. */
export async function* activityBatches(
  tx: Tx,
  filters: ActivityFilters,
  timeZone: string,
): AsyncGenerator<ActivityEntry[]> {
  let { before } = filters;
  for (;;) {
    const rows = await activityRows(tx, { ...filters, before }, { timeZone, limit: BATCH });
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    before = rows.at(-1)?.sequence ?? null;
  }
}

function activityRows(
  tx: Tx,
  filters: Listed,
  { timeZone, limit }: { readonly timeZone: string; readonly limit: number },
): Promise<ActivityEntry[]> {
  return tx
    .select({
      sequence: activity.sequence,
      at: activity.at,
      actorId: activity.actorId,
      actorName: activity.actorName,
      verb: activity.verb,
      objectKind: activity.objectKind,
      objectId: activity.objectId,
      customerId: activity.customerId,
      customer: customers.name,
      document: {
        documentId: documents.id,
        kind: documents.kind,
        number: documents.number,
        currency: documents.currency,
      },
      before: activity.before,
      after: activity.after,
    })
    .from(activity)
    .leftJoin(customers, eq(customers.id, activity.customerId))
    .leftJoin(documents, eq(documents.id, documentOf()))
    .where(matches(filters, timeZone))
    .orderBy(desc(activity.sequence))
    .limit(limit);
}

function matches({ verb, actor, kind, q, from, to, before, objectId }: Listed, timeZone: string) {
  const verbs = ACTIVITY_KINDS.find((each) => each.kind === kind)?.verbs;
  return and(
    verb === null ? undefined : eq(activity.verb, verb),
    actor === null ? undefined : isBy(actor),
    objectId === undefined ? undefined : eq(activity.objectId, objectId),
    verbs === undefined ? undefined : sql`${activity.verb} ~ ${verbs}`,
    q === '' ? undefined : isAbout(q),
    from === null ? undefined : sql`${activity.at} >= ${from}::timestamp at time zone ${timeZone}`,
    to === null
      ? undefined
      : sql`${activity.at} < (${to}::timestamp + interval '1 day') at time zone ${timeZone}`,
    before === null ? undefined : lt(activity.sequence, before),
  );
}

/** Concerns a customer whose name or code holds the text, or a document of that number. */
function isAbout(q: string): SQL | undefined {
  const part = `%${q.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const number = q.toLowerCase();
  return or(
    sql`${activity.customerId} in (select c.id from ${customers} c where c.name_key like ${part})`,
    sql`${activity.objectId} in (select d.id from ${documents} d where d.number_key = ${number}
      union all select i.id from ${documents} d join ${openItems} i on i.document_id = d.id where d.number_key = ${number})`,
    sql`lower(${activity.after} ->> 'number') = ${number}`,
    sql`lower(${activity.before} ->> 'number') = ${number}`,
  );
}

/** Everybody who did something lately, by name, and everything that was done, in alphabetical order. */
export async function activityFacets(tx: Tx): Promise<ActivityFacets> {
  const recent = tx
    .select({ actorId: activity.actorId, actorName: activity.actorName, verb: activity.verb })
    .from(activity)
    .orderBy(desc(activity.sequence))
    .limit(RECENT)
    .as('recent');
  const actors = await tx
    .select({ actorId: recent.actorId, actorName: sql<string>`max(${recent.actorName})` })
    .from(recent)
    .groupBy(recent.actorId, sql`case when ${recent.actorId} is null then ${recent.actorName} end`)
    .orderBy(sql`2`);
  const verbs = await tx.selectDistinct({ verb: recent.verb }).from(recent).orderBy(recent.verb);
  return { actors, verbs: verbs.map(({ verb }) => verb) };
}

function isBy(actor: string): SQL | undefined {
  if (isUuid(actor)) return eq(activity.actorId, actor);
  return and(isNull(activity.actorId), eq(activity.actorName, actor));
}

/** Id of the document that an entry is about: the object itself, or what the item or the application belongs to. */
function documentOf(): SQL {
  return sql`case ${activity.objectKind}
    when 'document' then ${activity.objectId}
    when 'open_item' then (select i.document_id from ${openItems} i where i.id = ${activity.objectId})
    when 'allocation' then (select i.document_id from ${allocations} l join ${openItems} i
      on i.id = l.debit_item_id where l.id = ${activity.objectId}) end`;
}
