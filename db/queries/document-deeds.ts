import { and, asc, eq } from 'drizzle-orm';
import { activity } from '../schema/activity';
import type { Tx } from '../scope';

/** Something that somebody did to a document itself: posted it, voided it. */
export interface DocumentDeed {
  readonly verb: string;
  readonly actorName: string;
  readonly at: Date;
}

/** Who did what to a document, oldest first; empty for one that came by an import. For staff. */
export function documentDeeds(tx: Tx, documentId: string): Promise<DocumentDeed[]> {
  return tx
    .select({ verb: activity.verb, actorName: activity.actorName, at: activity.at })
    .from(activity)
    .where(and(eq(activity.objectId, documentId), eq(activity.objectKind, 'document')))
    .orderBy(asc(activity.sequence))
    .limit(100);
}
