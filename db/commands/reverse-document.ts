import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind, DocumentSource } from '@/lib/domain/documents';
import { Refusal } from '@/lib/refusal';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';
import { reverseDocuments } from './reverse-documents';

/** Which document to reverse. */
export interface ReverseDocument {
  readonly documentId: string;
  /** Only documents of this kind are meant: a payment's page never reverses an invoice. */
  readonly kind: Exclude<DocumentKind, 'reversal'>;
  /** The day it bounced or was found wrong. Left out: the document's own day, if still open. */
  readonly on?: PlainDate;
  readonly reason: string;
  readonly source: DocumentSource;
}

/**
 * Reverses a payment (it bounced, or was booked wrong) or voids another document. Answers the reversal and its day.
 * @throws Refusal as `reverseDocuments`.
 */
export async function reverseDocument(
  tx: Tx,
  actor: Actor,
  { documentId, kind, ...how }: ReverseDocument,
): Promise<{ documentId: string; number: string; documentDate: PlainDate }> {
  const [document] = await tx.select().from(documents).where(eq(documents.id, documentId));
  if (!document || document.kind !== kind) throw new Refusal('not_found', 'That document does not exist.');
  const [reversal] = await reverseDocuments(tx, actor, { documentIds: [documentId], ...how });
  if (!reversal) throw new Error('the document was not reversed');
  await recordActivity(tx, actor, {
    verb: kind === 'payment' ? 'payment_reversed' : `${kind}_voided`,
    objectKind: 'document',
    objectId: documentId,
    customerId: document.customerId,
    before: { number: document.number, amountMinor: document.amountMinor, currency: document.currency },
    after: { reversal: reversal.number, on: reversal.documentDate, reason: how.reason },
  });
  const { documentDate } = reversal;
  return { documentId: reversal.documentId, number: reversal.number, documentDate };
}
