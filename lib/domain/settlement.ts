import type { DocumentKind } from './documents';
import { type Minor, sumOf, toMinor } from './money';

/** Money applied to a document: by what kind, and whether that still stands. */
export interface Applied {
  readonly amountMinor: Minor;
  readonly other: { readonly kind: DocumentKind };
  readonly undoneOn: string | null;
  readonly isReversal: boolean;
}

/** How a billed document was settled, so far. Invoiced = paid + credited + open, unless it was reversed. */
export interface Settlement {
  readonly paidMinor: Minor;
  /** By credit memos, write-offs, discounts and the like. */
  readonly creditedMinor: Minor;
}

/** Money of the customer, or of another of the family who paid for it. */
const PAYS = new Set<DocumentKind>(['payment', 'transfer_out']);

/** What payments and other credits took of a document; what was taken back, and a reversal's own share, do not count. */
export function settlementOf(allocations: readonly Applied[]): Settlement {
  const standing = allocations.filter((each) => each.undoneOn === null && !each.isReversal);
  const paid = standing.filter((each) => PAYS.has(each.other.kind));
  const all = sumOf(standing.map((each) => each.amountMinor));
  const paidMinor = sumOf(paid.map((each) => each.amountMinor));
  return { paidMinor, creditedMinor: toMinor(all - paidMinor) };
}
