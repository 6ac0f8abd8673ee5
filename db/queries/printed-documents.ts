import { asc, inArray } from 'drizzle-orm';
import { groupBy } from '@/lib/group-by';
import { documentLines, documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import {
  DOCUMENT_HEAD,
  DOCUMENT_LINE,
  type DocumentHead,
  type DocumentItem,
  type DocumentLine,
} from './document-parts';

/** All of a posted document that its paper says. */
export interface PrintedDocument extends DocumentHead {
  /** In their order; none when only a total was posted. */
  readonly lines: readonly DocumentLine[];
  /** By due day. */
  readonly items: readonly Pick<DocumentItem, 'dueOn' | 'amountMinor'>[];
}

/** Documents as they are printed, in the order of their ids as given; those that the actor may not see are left out. */
export async function printedDocuments(tx: Tx, ids: readonly string[]): Promise<PrintedDocument[]> {
  if (ids.length === 0) return [];
  const heads = await tx
    .select({ documentId: documents.id, ...DOCUMENT_HEAD })
    .from(documents)
    .where(inArray(documents.id, [...ids]));
  const lines = await tx
    .select({ documentId: documentLines.documentId, line: DOCUMENT_LINE })
    .from(documentLines)
    .where(inArray(documentLines.documentId, [...ids]))
    .orderBy(asc(documentLines.position));
  const items = await tx
    .select({
      documentId: openItems.documentId,
      item: { dueOn: openItems.dueOn, amountMinor: openItems.amountMinor },
    })
    .from(openItems)
    .where(inArray(openItems.documentId, [...ids]))
    .orderBy(asc(openItems.dueOn), asc(openItems.instalment));
  const linesOf = groupBy(lines, (each) => each.documentId);
  const itemsOf = groupBy(items, (each) => each.documentId);
  const byId = new Map(heads.map(({ documentId, ...head }) => [documentId, head]));
  return ids.flatMap((id) => {
    const head = byId.get(id);
    if (!head) return [];
    return [
      {
        ...head,
        lines: (linesOf.get(id) ?? []).map(({ line }) => line),
        items: (itemsOf.get(id) ?? []).map(({ item }) => item),
      },
    ];
  });
}

/** One document as it is printed; null when there is none that the actor may see. For staff and for its customer. */
export async function printedDocument(tx: Tx, id: string): Promise<PrintedDocument | null> {
  return (await printedDocuments(tx, [id]))[0] ?? null;
}
