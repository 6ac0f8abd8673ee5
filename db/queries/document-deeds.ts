import { and, asc, eq, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { activity } from '../schema/activity';
import type { Tx } from '../scope';

/** Something that somebody did to a document itself: posted it, voided it. */
export interface DocumentDeed {
  readonly verb: string;
  readonly actorName: string;
  readonly at: Date;
  /** The day of the business on which that was. */
  readonly on: PlainDate;
  /** Of a mail: where it went. */
  readonly to: string | null;
}

/** Who did what to a document, oldest first; empty for one that came by an import. For staff. */
export function documentDeeds(tx: Tx, documentId: string, timeZone: string): Promise<DocumentDeed[]> {
  return tx
    .select({
      verb: activity.verb,
      actorName: activity.actorName,
      at: activity.at,
      on: sql<PlainDate>`(${activity.at} at time zone ${timeZone})::date::text`,
      to: sql<string | null>`${activity.after} ->> 'to'`,
    })
    .from(activity)
    .where(and(eq(activity.objectId, documentId), eq(activity.objectKind, 'document')))
    .orderBy(asc(activity.sequence))
    .limit(100);
}
