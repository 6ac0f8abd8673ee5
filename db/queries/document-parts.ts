import { asc, eq } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { type Moment, openMinorAt } from '../expressions';
import { documentLines, documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** What stands at the head of a document's paper. Amounts are signed: credits are below 0. */
export interface DocumentHead {
  readonly kind: DocumentKind;
  readonly number: string;
  /** The customer's name and address as they stood on posting. */
  readonly customerName: string;
  readonly customerAddress: string | null;
  readonly documentDate: PlainDate;
  /** The customer's own number for what it ordered; null when it gave none. */
  readonly purchaseOrder: string | null;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly taxMinor: Minor;
}

/** A line as it was posted. Quantity and tax percent are exact decimals as text. */
export interface DocumentLine {
  readonly position: number;
  /** From the catalogue, and on whose behalf; null when it says so of neither. */
  readonly serviceId: string | null;
  readonly beneficiaryId: string | null;
  /** Its name as it stood on posting. */
  readonly beneficiary: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unitPriceMinor: Minor;
  readonly taxPercent: string;
  readonly taxMinor: Minor;
  readonly netMinor: Minor;
}

/** What a document did to what the customer owes: one, or one per instalment. Amounts are signed like the document. */
export interface DocumentItem {
  readonly itemId: string;
  readonly instalment: number;
  readonly dueOn: PlainDate;
  readonly amountMinor: Minor;
  /** As of the moment asked for. */
  readonly openMinor: Minor;
}

/** The columns of a head. */
export const DOCUMENT_HEAD = {
  kind: documents.kind,
  number: documents.number,
  customerName: documents.customerName,
  customerAddress: documents.customerAddress,
  documentDate: documents.documentDate,
  purchaseOrder: documents.purchaseOrder,
  currency: documents.currency,
  amountMinor: documents.amountMinor,
  taxMinor: documents.taxMinor,
};

/** The columns of a line. */
export const DOCUMENT_LINE = {
  position: documentLines.position,
  serviceId: documentLines.serviceId,
  beneficiaryId: documentLines.beneficiaryId,
  beneficiary: documentLines.beneficiary,
  description: documentLines.description,
  quantity: documentLines.quantity,
  unitPriceMinor: documentLines.unitPriceMinor,
  taxPercent: documentLines.taxPercent,
  taxMinor: documentLines.taxMinor,
  netMinor: documentLines.netMinor,
};

/** The lines of a document, in their order. */
export function documentLinesOf(tx: Tx, documentId: string): Promise<DocumentLine[]> {
  return tx
    .select(DOCUMENT_LINE)
    .from(documentLines)
    .where(eq(documentLines.documentId, documentId))
    .orderBy(asc(documentLines.position));
}

/** The open items of a document by due day, each with what it had open at the moment. */
export function documentItemsOf(tx: Tx, documentId: string, moment: Moment): Promise<DocumentItem[]> {
  return tx
    .select({
      itemId: openItems.id,
      instalment: openItems.instalment,
      dueOn: openItems.dueOn,
      amountMinor: openItems.amountMinor,
      openMinor: openMinorAt(moment),
    })
    .from(openItems)
    .where(eq(openItems.documentId, documentId))
    .orderBy(asc(openItems.dueOn), asc(openItems.instalment));
}
