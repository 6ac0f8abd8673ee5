import { and, asc, eq, inArray, lt } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import { type Minor, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { documentFacts } from '../queries/document-facts';
import { BILLED } from '../queries/invoices';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { liveAllocations } from './live-allocations';
import { lockCustomer } from './lock-customers';
import { type PostedRefund, refundCredit } from './refund-credit';

/** An invoice of which money is to be given back. */
export interface RefundInvoice {
  readonly invoiceId: string;
  readonly amountMinor: Minor;
  readonly refundedOn: PlainDate;
  readonly reason?: string;
  readonly source: DocumentSource;
}

/** Money of one credit that the invoice can give back; `isApplied` when it has to be taken back from it first. */
interface Piece {
  readonly creditId: string;
  readonly amountMinor: Minor;
  readonly isApplied: boolean;
}

/**
 * Gives back what was paid of an invoice: first what is left of credit memos about it, then its payments, the one applied
 * last first. Of those the invoice is open again. A refund for each credit.
 * @throws Refusal `not_found`, `nothing_to_refund`, `refund_exceeds_payment`, and as `refundCredit`.
 */
export async function refundInvoice(tx: Tx, actor: Actor, input: RefundInvoice): Promise<PostedRefund[]> {
  const { amountMinor, ...how } = input;
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  const invoice = await documentFacts(tx, input.invoiceId);
  if (!invoice || !BILLED.includes(invoice.kind))
    throw new Refusal('not_found', 'That invoice does not exist.', 'invoiceId');
  await lockCustomer(tx, invoice.customerId);
  const { documentId, number } = invoice;
  const pieces = [...(await creditsAbout(tx, documentId)), ...(await paymentsOf(tx, documentId))];
  const most = sumOf(pieces.map((piece) => piece.amountMinor));
  if (most === 0) throw new Refusal('nothing_to_refund', `Nothing was paid of ${number}.`, 'invoiceId');
  if (amountMinor > most)
    throw new Refusal('refund_exceeds_payment', `Less than that was paid of ${number}.`, 'amount');
  const refunds: PostedRefund[] = [];
  let left: number = amountMinor;
  for (const { creditId, isApplied, ...piece } of pieces) {
    const share = toMinor(Math.min(left, piece.amountMinor));
    left -= share;
    if (share === 0) continue;
    const invoices = isApplied ? [{ invoiceId: documentId, amountMinor: share }] : [];
    refunds.push(
      ...(await refundCredit(tx, actor, { ...how, from: { creditId, invoices }, amountMinor: share })),
    );
  }
  return refunds;
}

/** What is left of the credit memos about an invoice, oldest first. */
async function creditsAbout(tx: Tx, invoiceId: string): Promise<Piece[]> {
  const rows = await tx
    .select({ creditId: documents.id, openMinor: openItems.openMinor })
    .from(documents)
    .innerJoin(openItems, eq(openItems.documentId, documents.id))
    .where(
      and(
        eq(documents.relatesToId, invoiceId),
        eq(documents.kind, 'credit_memo'),
        lt(openItems.openMinor, ZERO),
      ),
    )
    .orderBy(asc(documents.documentDate), asc(documents.id));
  return rows.map(({ creditId, openMinor }) => ({
    creditId,
    amountMinor: toMinor(-openMinor),
    isApplied: false,
  }));
}

/** What each payment paid of an invoice and still does, the one applied last first. */
async function paymentsOf(tx: Tx, invoiceId: string): Promise<Piece[]> {
  const items = tx.select({ id: openItems.id }).from(openItems).where(eq(openItems.documentId, invoiceId));
  const live = await liveAllocations(tx, inArray(allocations.debitItemId, items));
  const latestFirst = live.toSorted((a, b) => (a.effectiveOn + a.id < b.effectiveOn + b.id ? 1 : -1));
  const paid = new Map<string, Minor>();
  for (const { creditItemId, amountMinor } of latestFirst) {
    const credit = await documentFacts(tx, creditItemId);
    if (credit?.kind === 'payment')
      paid.set(credit.documentId, toMinor((paid.get(credit.documentId) ?? 0) + amountMinor));
  }
  return [...paid].map(([creditId, amountMinor]) => ({ creditId, amountMinor, isApplied: true }));
}
