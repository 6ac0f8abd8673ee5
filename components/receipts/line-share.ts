import type { OpenDebitRow } from '@/db/queries/open-debits';
import { exactMatch } from '@/lib/domain/allocation';
import { type Minor, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import { type DraftResult, type PaymentDraft, resultOf } from '@/lib/domain/payment-draft';

/** What one customer gets of a line while somebody works on it. */
export interface LineShare {
  /** Tells the shares of one editor apart. */
  readonly key: number;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly draft: PaymentDraft;
  /** What the customer has open; null while nobody is chosen, or it is on its way. */
  readonly debits: readonly OpenDebitRow[] | null;
}

/** A share as the page starts it: as it was proposed, or empty. */
export interface StartedShare {
  readonly customer: LineShare['customer'];
  readonly amountMinor: Minor;
  readonly debits: readonly OpenDebitRow[] | null;
  readonly parts: readonly { readonly itemId: string; readonly amountMinor: Minor }[];
}

/** A share to begin with. */
export function shareOf({ customer, amountMinor, debits, parts }: StartedShare, key: number): LineShare {
  const byHand = new Map(parts.map((part) => [part.itemId, part.amountMinor]));
  const draft: PaymentDraft = {
    amountMinor,
    fill: 'hand',
    useCredit: false,
    excluded: new Set(),
    byHand,
  };
  return { key, customer, debits, draft };
}

/** A share whose customer's open invoices have arrived: paid exactly when that is possible, else the oldest first. */
export function withDebits(share: LineShare, debits: readonly OpenDebitRow[]): LineShare {
  const { amountMinor } = share.draft;
  const fill = amountMinor !== null && exactMatch(amountMinor, debits) ? 'exact' : 'oldest';
  return { ...share, debits, draft: { ...share.draft, fill, byHand: new Map(), excluded: new Set() } };
}

/** What a share comes to. */
export function resultOfShare({ draft, debits }: LineShare): DraftResult {
  return resultOf(draft, debits ?? [], ZERO);
}

/** What of the line no share has yet; below 0 when they have more than there is. */
export function leftOfLine(amountMinor: Minor, shares: readonly LineShare[]): Minor {
  return toMinor(amountMinor - sumOf(shares.map((share) => share.draft.amountMinor ?? ZERO)));
}

/** What keeps the shares from being booked, a sentence; null when nothing does. */
export function problemOf(amountMinor: Minor, shares: readonly LineShare[]): string | null {
  if (shares.some((share) => !share.customer)) return 'Choose a customer.';
  if (shares.some((share) => !share.debits)) return 'The open invoices are on their way.';
  if (shares.some((share) => (share.draft.amountMinor ?? 0) <= 0)) return 'Give each customer an amount.';
  if (leftOfLine(amountMinor, shares) !== 0) return 'The shares must add up to the line.';
  const results = shares.map(resultOfShare);
  if (results.some((result) => result.overpaid.size > 0)) return 'An invoice gets more than it has open.';
  return results.some((result) => result.leftMinor < 0) ? 'The invoices take more than there is.' : null;
}

/** The shares as the action reads them. */
export function sharesText(shares: readonly LineShare[]): string {
  return JSON.stringify(
    shares.map((share) => ({
      customerId: share.customer?.id,
      amountMinor: share.draft.amountMinor,
      parts: [...resultOfShare(share).pays].map(([invoiceId, amount]) => ({
        invoiceId,
        amountMinor: amount,
      })),
    })),
  );
}
