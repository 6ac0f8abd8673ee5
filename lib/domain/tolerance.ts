import { percentOf } from './invoice-lines';
import { type Minor, toMinor, ZERO } from './money';

/** How small a difference must be to be written off without asking. */
export interface Tolerance {
  /** At most this much; null: nothing is written off by itself. */
  readonly amountMinor: Minor | null;
  /** And at most this percentage of the invoice, exact decimal as text; null: nothing is. */
  readonly percent: string | null;
}

/** The largest rest of an invoice that is let go of: the smaller of the two limits; 0 unless both are set. */
export function toleratedMinor({ amountMinor, percent }: Tolerance, invoiceMinor: Minor): Minor {
  if (amountMinor === null || percent === null) return ZERO;
  return toMinor(Math.min(amountMinor, percentOf(invoiceMinor, percent)));
}

/** Whether what is left of an invoice is written off by itself: above 0, and no more than is tolerated. */
export function isTolerated(tolerance: Tolerance, invoiceMinor: Minor, leftMinor: Minor): boolean {
  return leftMinor > 0 && leftMinor <= toleratedMinor(tolerance, invoiceMinor);
}
