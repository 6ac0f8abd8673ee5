import { SellerMark } from '@/components/seller-mark';
import type { Letterhead } from '@/db/queries/letterhead';
import type { Receipt } from '@/db/queries/receipts';
import { formatColumn, formatDay, formatMoney } from '@/lib/format';

interface ReceiptPaperProps {
  readonly receipt: Receipt;
  readonly head: Pick<Letterhead, 'seller' | 'logo'>;
}

/** A receipt as paper, white in the dark too: how it was paid, and what it settled. */
export function ReceiptPaper({ receipt, head: { seller, logo } }: ReceiptPaperProps) {
  const { number, customerName, receivedOn, method, reference, currency, parts, unappliedMinor } = receipt;
  const facts = [
    ['From', customerName],
    ['Received', formatDay(receivedOn)],
    ['By', method],
    ['Reference', reference ?? '–'],
  ] as const;
  return (
    <article
      aria-label={`Receipt ${number}`}
      className="paper w-full rounded-[6px] border border-border bg-card px-10 pt-9 pb-8 text-[11.5px] leading-[17px] text-foreground max-md:px-5 max-md:pt-6 print:border-0 print:p-0"
    >
      <header className="flex items-start justify-between gap-4">
        <div className="flex items-center gap-2.5">
          <SellerMark seller={seller} logo={logo} className="size-8 rounded-[8px] text-section" />
          <div className="text-body font-semibold">{seller}</div>
        </div>
        <div className="text-right">
          <div className="text-[17px] leading-6 font-semibold tracking-[-.01em]">Receipt</div>
          <div className="fig">{number}</div>
        </div>
      </header>
      <dl className="mt-7 grid grid-cols-4 gap-6 max-md:grid-cols-2">
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt className="text-muted-foreground">{label}</dt>
            <dd className="font-medium break-words first-letter:uppercase">{text}</dd>
          </div>
        ))}
      </dl>
      <table className="mt-7 w-full">
        <caption className="sr-only">What it settled</caption>
        <thead>
          <tr className="border-b border-border-strong text-left text-muted-foreground">
            <th scope="col" className="pb-1.5 font-normal">
              Settled
            </th>
            <th scope="col" className="pb-1.5 text-right font-normal">
              Amount, {currency}
            </th>
          </tr>
        </thead>
        <tbody className="fig">
          {parts.map((part) => (
            <tr key={part.documentId} className="border-b border-border">
              <td className="py-1.5">{part.number}</td>
              <td className="py-1.5 text-right">{formatColumn(part.amountMinor, currency)}</td>
            </tr>
          ))}
          {unappliedMinor > 0 && (
            <tr className="border-b border-border">
              <td className="py-1.5">On your account, to be used</td>
              <td className="py-1.5 text-right">{formatColumn(unappliedMinor, currency)}</td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr className="fig text-body font-semibold">
            <td className="pt-3">{receipt.isReversed ? 'Taken back' : 'Received'}</td>
            <td className="pt-3 text-right">{formatMoney(receipt.amountMinor, currency)}</td>
          </tr>
        </tfoot>
      </table>
    </article>
  );
}
