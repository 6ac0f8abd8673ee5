import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { documentFacts } from '../queries/document-facts';
import type { Tx } from '../scope';
import { postLateFee } from './post-late-fee';
import { reverseDocument } from './reverse-document';

/** Which payment bounced, or was booked wrong. */
export interface ReversePayment {
  readonly documentId: string;
  /** Left out: the payment's own day, if still open. */
  readonly on?: PlainDate;
  readonly reason: string;
  /** What the customer is charged for it, due at once. Left out: nothing. */
  readonly feeMinor?: Minor;
  /** Refunds given from it were entered by mistake too. Left out: they stay, and the customer owes them again. */
  readonly withRefunds?: boolean;
  readonly source: DocumentSource;
}

/**
 * Reverses a payment: what it paid is open again with the original due days. A fee is a document of its own about the payment.
 * @throws Refusal as `reverseDocument`; `amount_must_be_positive` for a fee that is none.
 */
export async function reversePayment(
  tx: Tx,
  actor: Actor,
  { feeMinor, ...input }: ReversePayment,
): Promise<{ number: string; documentDate: PlainDate; feeId: string | null }> {
  if (feeMinor !== undefined && feeMinor <= 0)
    throw new Refusal('amount_must_be_positive', 'Enter a fee above zero, or none.', 'fee');
  const { number, documentDate } = await reverseDocument(tx, actor, { ...input, kind: 'payment' });
  const payment = await documentFacts(tx, input.documentId);
  if (!payment) throw new Error('the reversed payment is gone');
  if (feeMinor === undefined) return { number, documentDate, feeId: null };
  const { documentId: paymentId, customerId, currency } = payment;
  const fee = await postLateFee(tx, actor, {
    about: { customerId, currency, documentId: paymentId },
    amountMinor: feeMinor,
    on: documentDate,
    reason: input.reason,
    source: input.source,
  });
  return { number, documentDate, feeId: fee.documentId };
}
