import type { DocumentKind } from './documents';
import { type Minor, sumOf, toMinor } from './money';

/** What one kind of credit settled of one instalment. */
export interface InvoicePart {
  readonly itemId: string;
  readonly kind: DocumentKind;
  /** Whether the credit is about this very invoice. */
  readonly isAbout: boolean;
  readonly amountMinor: Minor;
}

/** How an invoice stands at the close of a day. */
export interface InvoiceStanding {
  readonly parts: readonly InvoicePart[];
  /** What is open of late fees that are charged for it. */
  readonly lateFeesMinor: Minor;
  /** What no invoice has taken yet of credit memos about it. */
  readonly memosLeftMinor: Minor;
  /** What is open of it in the end, with everything that became effective later. */
  readonly finallyMinor: Minor;
}

/** Which credits are money that came in, and not an allowance. */
const MONEY: ReadonlySet<DocumentKind> = new Set(['payment', 'transfer_out']);

/** What credits of some kinds settled, of one instalment or of all of them. */
export function settledBy(
  parts: readonly InvoicePart[],
  which: (part: InvoicePart) => boolean = () => true,
): Minor {
  return sumOf(parts.filter(which).map((part) => part.amountMinor));
}

/** Whether a part was settled with money. */
export function isMoney({ kind }: Pick<InvoicePart, 'kind'>): boolean {
  return MONEY.has(kind);
}

/** Money paid on the invoice that credit memos about it made too much, and that is neither used nor given back yet. */
export function refundableMinor({ parts, memosLeftMinor }: InvoiceStanding): Minor {
  return toMinor(Math.min(settledBy(parts, isMoney), memosLeftMinor));
}

/** What is still to be paid about the invoice: what is open of it and of its late fees, less what is to be given back. */
export function balanceMinor(standing: InvoiceStanding, openMinor: Minor): Minor {
  return toMinor(openMinor + standing.lateFeesMinor - refundableMinor(standing));
}

/** Whether credit memos about the invoice settled all of it. */
export function isCredited({ parts }: InvoiceStanding, amountMinor: Minor): boolean {
  const credited = settledBy(parts, (part) => part.kind === 'credit_memo' && part.isAbout);
  return amountMinor > 0 && credited === amountMinor;
}
