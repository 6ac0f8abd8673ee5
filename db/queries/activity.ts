import { and, desc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { ActivityFilters } from '@/lib/activity-filters';
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

/** One thing that somebody did. */
export interface ActivityEntry {
  /** Counts from 1 within the organization, without gaps. */
  readonly sequence: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly verb: string;
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

/** One page of what was done, newest first. `nextBefore` is where the page after it begins; null on the last. */
export async function activityPage(
  tx: Tx,
  { verb, actor, before }: ActivityFilters,
): Promise<{ entries: ActivityEntry[]; nextBefore: number | null }> {
  const rows = await tx
    .select({
      sequence: activity.sequence,
      at: activity.at,
      actorId: activity.actorId,
      actorName: activity.actorName,
      verb: activity.verb,
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
    .where(
      and(
        verb === null ? undefined : eq(activity.verb, verb),
        actor === null ? undefined : isBy(actor),
        before === null ? undefined : lt(activity.sequence, before),
      ),
    )
    .orderBy(desc(activity.sequence))
    .limit(ACTIVITY_PAGE + 1);
  const entries = rows.slice(0, ACTIVITY_PAGE);
  return { entries, nextBefore: rows.length > ACTIVITY_PAGE ? (entries.at(-1)?.sequence ?? null) : null };
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
