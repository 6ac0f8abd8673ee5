import { offeredDiscount } from '@/components/invoices/discount-fields';
import { postableLines } from '@/lib/domain/invoice-draft';
import type { Instalment } from '@/lib/domain/payment-terms';
import type { WrittenInvoice } from '@/lib/written-invoice';

interface SentFieldsProps {
  readonly requestId: string;
  readonly draftId: string;
  readonly written: WrittenInvoice;
  /** None when it falls due in one part. */
  readonly instalments: readonly Instalment[];
}

/** What is posted along with the fields that somebody sees. */
export function SentFields({ requestId, draftId, written, instalments }: SentFieldsProps) {
  const { currency, lines, discount } = written;
  return (
    <>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="draftId" value={draftId} />
      <input type="hidden" name="currency" value={currency} />
      <input type="hidden" name="lines" value={JSON.stringify(postableLines(lines))} />
      <input type="hidden" name="instalments" value={JSON.stringify(instalments)} />
      <input type="hidden" name="discount" value={JSON.stringify(discount && offeredDiscount(discount))} />
    </>
  );
}
