import type { Letterhead } from '@/db/queries/letterhead';
import type { PrintedDocument } from '@/db/queries/printed-documents';
import { KIND_NAMES } from '@/lib/domain/documents';
import { type Minor, toMinor } from '@/lib/domain/money';
import { shortDecimal } from '@/lib/short-decimal';
import type { PaperContent } from './paper';

/** Whose paper it is. */
type PaperHead = Pick<Letterhead, 'seller' | 'address' | 'payTo' | 'logo'>;

/** A posted document as paper: its amounts as magnitudes, its lines as they were posted. What is to be paid says where to. */
export function paperOf(document: PrintedDocument, head: PaperHead): PaperContent {
  const isCredit = document.amountMinor < 0;
  const size = (amount: Minor) => toMinor(Math.abs(amount));
  const totalMinor = size(document.amountMinor);
  const taxMinor = size(document.taxMinor);
  return {
    seller: head.seller,
    sellerAddress: head.address,
    logo: head.logo,
    payTo: isCredit ? null : head.payTo,
    title: KIND_NAMES[document.kind],
    number: document.number,
    customer: document.customerName,
    address: document.customerAddress,
    issuedOn: document.documentDate,
    purchaseOrder: document.purchaseOrder,
    due: isCredit
      ? []
      : document.items.map(({ dueOn, amountMinor }) => ({ dueOn, amountMinor: size(amountMinor) })),
    lines: document.lines.map((line) => ({
      ...line,
      quantity: shortDecimal(line.quantity),
      taxPercent: shortDecimal(line.taxPercent),
      key: String(line.position),
    })),
    netMinor: toMinor(totalMinor - taxMinor),
    taxMinor,
    totalMinor,
    currency: document.currency,
    totalLabel: isCredit ? 'Credit' : 'Amount due',
  };
}
