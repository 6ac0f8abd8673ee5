import Link from 'next/link';
import { BookTotalsRow } from '@/components/book-totals';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import { SelectAll, SelectRow } from '@/components/select-cells';
import { Badge } from '@/components/ui/badge';
import type { PaymentBook, PaymentBookRow } from '@/db/queries/payment-book';
import { documentHref } from '@/lib/document-href';
import type { PlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { formatDay } from '@/lib/format';
import { route } from '@/lib/url';

interface PaymentTableProps {
  readonly book: PaymentBook;
  readonly today: PlainDate;
  /** Whether rows can be ticked. */
  readonly isSelectable: boolean;
}

/** Payments, newest first, and a line of totals per currency over all that match. A phone shows two lines a row. */
export function PaymentTable({ book, today, isSelectable }: PaymentTableProps) {
  const single = book.totals.length === 1 ? book.totals[0]?.currency : null;
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Payments</caption>
      <thead>
        <tr>
          {isSelectable && <SelectAll />}
          <th scope="col">Payment</th>
          <th scope="col" className="max-md:hidden">
            Customer
          </th>
          <th scope="col" className="max-md:hidden">
            Received
          </th>
          <th scope="col" className="max-xl:hidden">
            Method
          </th>
          <th scope="col" className="max-xl:hidden">
            Reference
          </th>
          <th scope="col" className="max-md:hidden">
            Status
          </th>
          {!single && (
            <th scope="col" className="max-xl:hidden">
              Currency
            </th>
          )}
          <th scope="col" className="num max-lg:hidden">
            Unapplied
          </th>
          <th scope="col" className="num">
            {single ? `Amount, ${single}` : 'Amount'}
          </th>
        </tr>
      </thead>
      <tbody>
        {book.rows.map((row) => (
          <Row key={row.documentId} row={row} today={today} isMixed={!single} isSelectable={isSelectable} />
        ))}
      </tbody>
      <tfoot>
        <BookTotalsRow
          totals={book.totals}
          noun="payment"
          before={isSelectable && <td className="max-md:hidden" />}
          between={
            <>
              <td className="max-md:hidden" />
              <td className="max-md:hidden" />
              <td className="max-xl:hidden" />
              <td className="max-xl:hidden" />
              <td className="max-md:hidden" />
            </>
          }
          figures={[
            { className: 'num max-lg:hidden', of: ({ openMinor }) => toMinor(-openMinor) },
            { className: 'num', of: ({ amountMinor }) => toMinor(-amountMinor) },
          ]}
        />
      </tfoot>
    </table>
  );
}

interface RowProps {
  readonly row: PaymentBookRow;
  readonly today: PlainDate;
  readonly isMixed: boolean;
  readonly isSelectable: boolean;
}

function Row({ row, today, isMixed, isSelectable }: RowProps) {
  const { currency, method, reference } = row;
  const received = formatDay(row.documentDate, { today });
  return (
    <tr data-row>
      {isSelectable && <SelectRow id={row.documentId} name={row.number} amount={toMinor(-row.amountMinor)} />}
      <th scope="row" className={`max-md:pl-4! ${PHONE_CELL}`}>
        <Link href={documentHref(row)} data-row-link className="fig hover:underline">
          {row.number}
        </Link>
        <span className="block font-normal md:hidden">{row.customer}</span>
        <span className="flex flex-wrap gap-2 font-normal text-muted-foreground md:hidden">
          {[received, method].filter(Boolean).join(', ')} <Standing row={row} />
        </span>
      </th>
      <td className="max-w-[280px] max-[1400px]:max-w-[190px] truncate max-md:hidden">
        <Link href={route(`/customers/${row.customerId}`)} className="hover:underline" title={row.customer}>
          {row.customer}
        </Link>
      </td>
      <td className="fig text-muted-foreground max-md:hidden">{received}</td>
      <td className="text-muted-foreground max-xl:hidden">{method}</td>
      <td
        className="max-w-[200px] max-[1400px]:max-w-[140px] truncate text-muted-foreground max-xl:hidden"
        title={reference ?? undefined}
      >
        {reference}
      </td>
      <td className="max-md:hidden">
        <Standing row={row} />
      </td>
      {isMixed && <td className="text-muted-foreground max-xl:hidden">{currency}</td>}
      <td className={`num max-lg:hidden ${row.openMinor < 0 ? 'text-positive' : ''}`}>
        <Money amount={toMinor(-row.openMinor)} currency={currency} zero="dash" />
      </td>
      <td className="num font-medium">
        <Money amount={toMinor(-row.amountMinor)} currency={currency} />
        {isMixed && <span className="ml-1 text-meta font-normal text-subtle xl:hidden">{currency}</span>}
      </td>
    </tr>
  );
}

function Standing({ row: { isReversed, openMinor } }: Pick<RowProps, 'row'>) {
  if (isReversed) return <Badge tone="bad">Reversed</Badge>;
  return openMinor < 0 ? <Badge tone="info">Unapplied</Badge> : <Badge tone="positive">Applied</Badge>;
}
