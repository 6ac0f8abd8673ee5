import { eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { documents } from '../schema/documents';
import { transfers } from '../schema/transfers';
import type { Tx } from '../scope';

/** One side of a transfer: whose account, by which document, about what. */
interface TransferSide {
  readonly customerId: string;
  readonly customerName: string;
  readonly documentId: string;
  readonly number: string;
  /** The credit that was used, or the invoice that was paid; null when it was not noted. */
  readonly aboutId: string | null;
}

/** One customer paying for another. */
export interface TransferDetail {
  readonly transferId: string;
  readonly transferDate: PlainDate;
  readonly currency: string;
  /** Above 0. */
  readonly amountMinor: Minor;
  readonly reason: string | null;
  readonly payer: TransferSide;
  readonly paidFor: TransferSide;
  readonly recordedAt: Date;
  readonly isReversed: boolean;
}

/** The transfer of this id, or the one that the document of this id is a side of, as it stood on a day; null when there is none. */
export async function transferById(tx: Tx, id: string, asOf: PlainDate): Promise<TransferDetail | null> {
  const [payer, paidFor] = [alias(documents, 'payer'), alias(documents, 'paid_for')];
  const sideOf = (side: typeof payer | typeof paidFor) => ({
    customerId: side.customerId,
    customerName: side.customerName,
    documentId: side.id,
    number: side.number,
    aboutId: side.relatesToId,
  });
  const [row] = await tx
    .select({
      transferId: transfers.id,
      transferDate: payer.documentDate,
      currency: payer.currency,
      amountMinor: payer.amountMinor,
      reason: payer.reason,
      payer: sideOf(payer),
      paidFor: sideOf(paidFor),
      recordedAt: transfers.recordedAt,
      isReversed: sql<boolean>`exists (select from documents r
        where r.reverses_id = ${transfers.payerDocumentId} and r.document_date <= ${asOf}::date)`,
    })
    .from(transfers)
    .innerJoin(payer, eq(payer.id, transfers.payerDocumentId))
    .innerJoin(paidFor, eq(paidFor.id, transfers.paidForDocumentId))
    .where(or(eq(transfers.id, id), eq(transfers.payerDocumentId, id), eq(transfers.paidForDocumentId, id)));
  return row ?? null;
}
