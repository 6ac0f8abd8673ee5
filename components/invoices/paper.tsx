import type { ReactNode } from 'react';
import { SellerMark } from '@/components/seller-mark';
import type { PlainDate } from '@/lib/domain/dates';
import type { PricedLine } from '@/lib/domain/invoice-lines';
import type { Minor } from '@/lib/domain/money';
import { formatColumn, formatDay } from '@/lib/format';
import type { LogoFacts } from '@/lib/logo';

/** What a document says on paper. Amounts are magnitudes. */
export interface PaperContent {
  readonly seller: string;
  /** Several lines, below the name; null for none. */
  readonly sellerAddress: string | null;
  readonly logo: LogoFacts | null;
  /** Where to pay to, in the words of the business; null when nothing is to be paid or it has not said. */
  readonly payTo: string | null;
  /** "Invoice", "Credit memo". */
  readonly title: string;
  readonly number: string;
  readonly customer: string;
  readonly address: string | null;
  readonly issuedOn: PlainDate | null;
  /** The customer's own number for what it ordered; null for none. */
  readonly purchaseOrder: string | null;
  /** One day, or one per instalment; empty when the document falls due on no day. */
  readonly due: readonly { readonly dueOn: PlainDate; readonly amountMinor: Minor }[];
  /** `beneficiary` is on whose behalf; null for nobody in particular. */
  readonly lines: readonly (PricedLine & { readonly key: string; readonly beneficiary: string | null })[];
  readonly netMinor: Minor;
  readonly taxMinor: Minor;
  readonly totalMinor: Minor;
  readonly currency: string;
  /** What the total is called: "Amount due". */
  readonly totalLabel: string;
}

/** A document as the customer gets it: white paper, in the dark too. */
export function Paper({ content, note }: { readonly content: PaperContent; readonly note?: ReactNode }) {
  const {
    seller,
    sellerAddress,
    logo,
    payTo,
    title,
    number,
    customer,
    address,
    issuedOn,
    due,
    currency,
    purchaseOrder,
  } = content;
  return (
    <article
      aria-label={`${title} ${number}`}
      className="paper w-full max-w-[620px] rounded-[6px] border border-border bg-card px-10 pt-9 pb-8 text-[11.5px] leading-[17px] text-foreground shadow-[0_1px_3px_var(--border)] max-md:px-5 max-md:pt-6 print:max-w-none print:border-0 print:p-0 print:shadow-none"
    >
      <header className="flex items-start justify-between gap-4">
        <div className="flex min-w-0 items-center gap-2.5">
          <SellerMark seller={seller} logo={logo} className="size-8 rounded-[8px] text-section" />
          <div>
            <div className="text-body font-semibold">{seller}</div>
            {sellerAddress && <div className="text-muted-foreground">{inOneLine(sellerAddress)}</div>}
          </div>
        </div>
        <div className="max-w-1/2 shrink-0 text-right break-words">
          <div className="text-[17px] leading-6 font-semibold tracking-[-.01em]">{title}</div>
          <div className="fig">{number}</div>
        </div>
      </header>
      <dl className="mt-7 grid grid-cols-[1.3fr_1fr_1fr] gap-6 max-md:grid-cols-2">
        <div className="max-md:col-span-2">
          <dt className="text-muted-foreground">Bill to</dt>
          <dd>
            <div className="font-medium">{customer}</div>
            {address && <div className="whitespace-pre-line">{address}</div>}
          </dd>
        </div>
        <div>
          <dt className="text-muted-foreground">Issued</dt>
          <dd>{issuedOn ? formatDay(issuedOn) : '–'}</dd>
        </div>
        <div>
          <dt className="text-muted-foreground">Due</dt>
          <dd className="font-semibold">
            {due.length === 1 && due[0] ? formatDay(due[0].dueOn) : null}
            {due.length > 1 &&
              due.map(({ dueOn, amountMinor }, i) => (
                <div key={`${dueOn} ${i + 1}`} className="fig">
                  {formatDay(dueOn)}, {formatColumn(amountMinor, currency)}
                </div>
              ))}
            {due.length === 0 && '–'}
          </dd>
        </div>
        {purchaseOrder && (
          <div className="col-start-2 -mt-3 max-md:col-start-auto max-md:mt-0">
            <dt className="text-muted-foreground">Purchase order</dt>
            <dd className="fig break-words">{purchaseOrder}</dd>
          </div>
        )}
      </dl>
      <Lines content={content} />
      {payTo && (
        <section className="mt-6 border-t border-border pt-4">
          <h2 className="text-[11.5px] leading-[17px] font-medium">How to pay</h2>
          <p className="whitespace-pre-line text-muted-foreground">
            {payTo}
            {`\nPlease quote ${number}.`}
          </p>
        </section>
      )}
      {note && <footer className="mt-6 border-t border-border pt-4">{note}</footer>}
    </article>
  );
}

/** The lines of an address as one. */
export function inOneLine(address: string): string {
  return address
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(', ');
}

/** Of a line: what a phone shows below its description instead. */
const WIDE = 'max-md:hidden print:table-cell!';

function Lines({ content }: { readonly content: PaperContent }) {
  const { lines, netMinor, taxMinor, totalMinor, totalLabel, currency, title } = content;
  const column = (amount: Minor) => formatColumn(amount, currency);
  const hasTax = lines.some((line) => line.taxMinor !== 0);
  return (
    <>
      {lines.length > 0 && (
        <div className="mt-7 overflow-x-auto">
          <table className="w-full">
            <caption className="sr-only">
              Lines of this {title.toLowerCase()}, in {currency}
            </caption>
            <thead>
              <tr className="text-left text-muted-foreground [&>th]:pb-1.5 [&>th]:font-normal [&>th+th]:pl-4 [&>th+th]:text-right">
                <th scope="col">Item</th>
                <th scope="col" className={WIDE}>
                  Qty
                </th>
                <th scope="col" className={WIDE}>
                  Price
                </th>
                {hasTax && (
                  <th scope="col" className={WIDE}>
                    Tax
                  </th>
                )}
                <th scope="col">Amount</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr
                  key={line.key}
                  className="[&>td]:border-t [&>td]:border-border [&>td]:py-[7px] [&>td]:align-top [&>td+td]:pl-4 [&>td+td]:text-right"
                >
                  <td className="min-w-32 max-md:min-w-0">
                    <span className="break-words">{line.description}</span>
                    <span className="fig block text-muted-foreground md:hidden print:hidden">
                      {line.quantity} × {column(line.unitPriceMinor)}
                      {hasTax && line.taxPercent !== '0' && `, tax ${line.taxPercent}%`}
                    </span>
                    {line.beneficiary && (
                      <span className="block text-muted-foreground">For {line.beneficiary}</span>
                    )}
                  </td>
                  <td className={WIDE}>{line.quantity}</td>
                  <td className={WIDE}>{column(line.unitPriceMinor)}</td>
                  {hasTax && <td className={WIDE}>{line.taxPercent === '0' ? '' : `${line.taxPercent}%`}</td>}
                  <td>{column(line.netMinor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div
        className={`flex justify-end border-t border-foreground pt-2.5 ${lines.length > 0 ? 'mt-1' : 'mt-7'}`}
      >
        <dl className="fig grid grid-cols-[auto_96px] gap-x-8 gap-y-1 text-right">
          {(lines.length > 0 || taxMinor !== 0) && (
            <>
              <dt className="text-muted-foreground">Subtotal</dt>
              <dd>{column(netMinor)}</dd>
              <dt className="text-muted-foreground">Tax</dt>
              <dd>{column(taxMinor)}</dd>
            </>
          )}
          <dt className="text-form leading-6 font-semibold">
            {totalLabel}, {currency}
          </dt>
          <dd className="text-form leading-6 font-semibold">{column(totalMinor)}</dd>
        </dl>
      </div>
    </>
  );
}
