import { asc, inArray } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { groupBy } from '@/lib/group-by';
import { documentLines, documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { DOCUMENT_LINE, type DocumentItem, type DocumentLine } from './document-parts';

/** All of a posted document that its paper says. Amounts are signed. */
export interface PrintedDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly customerName: string;
  readonly customerAddress: string | null;
  readonly documentDate: PlainDate;
  readonly purchaseOrder: string | null;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly taxMinor: Minor;
  /** In their order; none when only a total was posted. */
  readonly lines: readonly DocumentLine[];
  /** By due day. */
  readonly items: readonly Pick<DocumentItem, 'dueOn' | 'amountMinor'>[];
}

/** Documents as they are printed, in the order of their ids as given; those that the actor may not see are left out. */
export async function printedDocuments(tx: Tx, ids: readonly string[]): Promise<PrintedDocument[]> {
  if (ids.length === 0) return [];
  const heads = await tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      customerName: documents.customerName,
      customerAddress: documents.customerAddress,
      documentDate: documents.documentDate,
      purchaseOrder: documents.purchaseOrder,
      currency: documents.currency,
      amountMinor: documents.amountMinor,
      taxMinor: documents.taxMinor,
    })
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
