import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind, DocumentSource } from '@/lib/domain/documents';
import { Refusal } from '@/lib/refusal';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';
import { type Reversed, reverseDocuments } from './reverse-documents';

/** Which document to reverse. */
export interface ReverseDocument {
  readonly documentId: string;
  /** Only documents of this kind are meant: a payment's page never reverses an invoice. */
  readonly kind: Exclude<DocumentKind, 'reversal'>;
  /** The day it bounced or was found wrong. Left out: the document's own day, if still open. */
  readonly on?: PlainDate;
  readonly reason: string;
  /** Of a payment: refunds given from it were entered by mistake too. */
  readonly withRefunds?: boolean;
  readonly source: DocumentSource;
}

/**
 * Reverses a payment (it bounced, or was booked wrong) or voids another document, and with it what makes no sense without
 * it. Answers the reversal and its day.
 * @throws Refusal as `reverseDocuments`.
 */
export async function reverseDocument(
  tx: Tx,
  actor: Actor,
  { documentId, kind, ...how }: ReverseDocument,
): Promise<{ documentId: string; number: string; documentDate: PlainDate }> {
  const [document] = await tx.select().from(documents).where(eq(documents.id, documentId));
  if (!document || document.kind !== kind) throw new Refusal('not_found', 'That document does not exist.');
  const reversed = await reverseDocuments(tx, actor, { documentIds: [documentId], ...how });
  const own = reversed.find((each) => each.document.id === documentId);
  if (!own) throw new Error('the document was not reversed');
  const along = reversed.filter((each) => each !== own);
  for (const each of [own, ...along]) await recordReversal(tx, actor, each, how.reason);
  const { documentDate, number } = own.reversal;
  return { documentId: own.reversal.documentId, number, documentDate };
}

async function recordReversal(
  tx: Tx,
  actor: Actor,
  { document, reversal }: Reversed,
  reason: string,
): Promise<void> {
  const { id, kind, customerId, number, amountMinor, currency } = document;
  await recordActivity(tx, actor, {
    verb: reversalVerb(kind),
    objectKind: 'document',
    objectId: id,
    customerId,
    before: { number, amountMinor, currency },
    after: { reversal: reversal.number, on: reversal.documentDate, reason },
  });
}

function reversalVerb(kind: DocumentKind): string {
  if (kind === 'payment') return 'payment_reversed';
  return kind.startsWith('transfer_') ? 'transfer_reversed' : `${kind}_voided`;
}
