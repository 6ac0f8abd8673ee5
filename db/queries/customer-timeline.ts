import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { activity } from '../schema/activity';
import { documents, paymentDetails } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** Entries on one page of a timeline. */
const TIMELINE_PAGE = 20;

interface Entry {
  /** Place in the timeline; the cursor of the page that follows it. */
  readonly cursor: string;
  /** The document's day, or the day on the organization's calendar when the deed was done. */
  readonly day: PlainDate;
  /** When it was recorded. */
  readonly at: Date;
  /** Who did it; null when that was not noted document by document, as in an import. */
  readonly actorName: string | null;
}

/** A document that was posted, on its own day. */
export interface DocumentEntry extends Entry {
  readonly type: 'document';
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly amountMinor: Minor;
  readonly currency: string;
  readonly reason: string | null;
  readonly method: string | null;
  readonly reference: string | null;
  /** Of a reversal: what it takes back. */
  readonly reverses: { readonly kind: DocumentKind; readonly number: string } | null;
}

/** Something done that posted no document: credit applied, an application undone, a promise, a change of facts. */
export interface DeedEntry extends Entry {
  readonly type: 'deed';
  readonly verb: string;
  /** The credit that was applied, or the invoice that money was taken back from; null when it was something else. */
  readonly document: { readonly number: string; readonly currency: string } | null;
  readonly before: unknown;
  readonly after: unknown;
}

export type TimelineEntry = DocumentEntry | DeedEntry;

/** One page of a timeline, newest first. `nextCursor` is null on the last. */
export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  readonly nextCursor: string | null;
}

/** Where a page of a timeline begins. */
export interface TimelinePage {
  readonly timeZone: string;
  /** Of the last entry already shown; null (or not a cursor) for the newest. */
  readonly after: string | null;
}

/** What happened with a customer, newest first: its documents by their day, other deeds by when they were done. For staff. */
export async function customerTimeline(tx: Tx, customerId: string, page: TimelinePage): Promise<Timeline> {
  const after = parseCursor(page.after);
  const posted = await documentEntries(tx, customerId, after);
  const done = await deedEntries(tx, customerId, { timeZone: page.timeZone, after });
  const all = [...posted, ...done].toSorted((a, b) => (a.cursor < b.cursor ? 1 : -1));
  const entries = all.slice(0, TIMELINE_PAGE);
  return { entries, nextCursor: all.length > TIMELINE_PAGE ? (entries.at(-1)?.cursor ?? null) : null };
}

async function documentEntries(tx: Tx, customerId: string, after: Cursor | null): Promise<DocumentEntry[]> {
  const reversed = alias(documents, 'reversed');
  const [key, id] = [instantKey(documents.recordedAt), sql<string>`${documents.id}::text collate "C"`];
  const about = sql`coalesce(${documents.reversesId}, ${documents.id})`;
  const rows = await tx
    .select({
      day: documents.documentDate,
      at: documents.recordedAt,
      key,
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      amountMinor: documents.amountMinor,
      currency: documents.currency,
      reason: documents.reason,
      method: paymentDetails.method,
      reference: paymentDetails.reference,
      reversedKind: reversed.kind,
      reversedNumber: reversed.number,
      actorName: sql<string | null>`(select a.actor_name from ${activity} a
        where a.org_id = ${documents.orgId} and a.object_id = ${about} and a.object_kind = 'document'
          and (a.verb ~ '_(reversed|voided|recovered)$') = (${documents.reversesId} is not null)
        order by a.sequence limit 1)`,
    })
    .from(documents)
    .leftJoin(paymentDetails, eq(paymentDetails.documentId, documents.id))
    .leftJoin(reversed, eq(reversed.id, documents.reversesId))
    .where(and(eq(documents.customerId, customerId), before(after, [documents.documentDate, key, id])))
    .orderBy(desc(documents.documentDate), desc(key), desc(id))
    .limit(TIMELINE_PAGE + 1);
  return rows.map(({ key: at, reversedKind, reversedNumber, ...row }) => ({
    ...row,
    type: 'document',
    cursor: `${row.day}/${at}/${row.documentId}`,
    reverses: reversedKind && reversedNumber ? { kind: reversedKind, number: reversedNumber } : null,
  }));
}

async function deedEntries(
  tx: Tx,
  customerId: string,
  { timeZone, after }: { readonly timeZone: string; readonly after: Cursor | null },
): Promise<DeedEntry[]> {
  const [key, id] = [
    instantKey(activity.at),
    sql<string>`lpad(${activity.sequence}::text, 36, '0') collate "C"`,
  ];
  const dayOf = sql<PlainDate>`(${activity.at} at time zone ${timeZone})::date::text`;
  const rows = await tx
    .select({
      day: dayOf,
      at: activity.at,
      key,
      id,
      actorName: activity.actorName,
      verb: activity.verb,
      number: documents.number,
      currency: documents.currency,
      before: activity.before,
      after: activity.after,
    })
    .from(activity)
    .leftJoin(
      documents,
      sql`${documents.id} = case ${activity.objectKind}
        when 'open_item' then (select i.document_id from ${openItems} i where i.id = ${activity.objectId})
        when 'allocation' then (select i.document_id from ${allocations} l join ${openItems} i
          on i.id = l.debit_item_id where l.id = ${activity.objectId}) end`,
    )
    .where(
      and(
        eq(activity.customerId, customerId),
        ne(activity.objectKind, 'document'),
        before(after, [dayOf, key, id]),
      ),
    )
    .orderBy(desc(activity.sequence))
    .limit(TIMELINE_PAGE + 1);
  return rows.map(({ key: at, id: sequence, number, currency, ...row }) => ({
    ...row,
    document: number && currency ? { number, currency } : null,
    type: 'deed',
    cursor: `${row.day}/${at}/${sequence}`,
  }));
}

/** Day, instant to the microsecond, id: all texts that sort as they happened. */
type Cursor = readonly [day: string, at: string, id: string];

function parseCursor(text: string | null): Cursor | null {
  const match = /^(\d{4}-\d\d-\d\d)\/(\d{20})\/([0-9a-f-]{36})$/.exec(text ?? '');
  const [, day, at, id] = match ?? [];
  return day && at && id ? [day, at, id] : null;
}

function instantKey(at: typeof documents.recordedAt | typeof activity.at): SQL<string> {
  return sql<string>`to_char(${at} at time zone 'UTC', 'YYYYMMDDHH24MISSUS')`;
}

function before(cursor: Cursor | null, [day, at, id]: readonly [unknown, SQL, SQL]): SQL | undefined {
  if (!cursor) return undefined;
  const [beforeDay, beforeAt, beforeId] = cursor;
  return sql`(${day}::text, ${at}, ${id}) < (${beforeDay}, ${beforeAt}, ${beforeId})`;
}
