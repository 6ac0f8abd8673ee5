import Link from 'next/link';
import { BookTotalsRow } from '@/components/book-totals';
import { Late } from '@/components/late';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import { SelectAll, SelectRow } from '@/components/select-cells';
import { StatusBadge } from '@/components/status-badge';
import type { InvoiceBook, InvoiceBookRow } from '@/db/queries/invoice-book';
import { documentHref } from '@/lib/document-href';
import { daysPastDue } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { formatDay } from '@/lib/format';
import { route, withParams } from '@/lib/url';

interface InvoiceTableProps {
  readonly book: InvoiceBook;
  /** Which list it is, for the pages of its invoices. */
  readonly list: string;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  /** Whether rows can be ticked. */
  readonly isSelectable: boolean;
}

/** Invoices, newest first, and a line of totals per currency over all that match. A phone shows two lines a row. */
export function InvoiceTable({ book, list, today, bounds, isSelectable }: InvoiceTableProps) {
  const single = book.totals.length === 1 ? book.totals[0]?.currency : null;
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Invoices</caption>
      <thead>
        <tr>
          {isSelectable && <SelectAll />}
          <th scope="col">Invoice</th>
          <th scope="col" className="max-md:hidden">
            Customer
          </th>
          <th scope="col" className="max-xl:hidden">
            Issued
          </th>
          <th scope="col" className="max-xl:hidden">
            Due
          </th>
          <th scope="col" className="max-md:hidden">
            Age
          </th>
          <th scope="col" className="max-lg:hidden">
            Status
          </th>
          {!single && (
            <th scope="col" className="max-xl:hidden">
              Currency
            </th>
          )}
          <th scope="col" className="num max-lg:hidden">
            {single ? `Amount, ${single}` : 'Amount'}
          </th>
          <th scope="col" className="num">
            {single ? `Open, ${single}` : 'Open'}
          </th>
        </tr>
      </thead>
      <tbody>
        {book.rows.map((row) => (
          <Row
            key={row.documentId}
            row={row}
            list={list}
            today={today}
            bounds={bounds}
            isMixed={!single}
            isSelectable={isSelectable}
          />
        ))}
      </tbody>
      <tfoot>
        <BookTotalsRow
          totals={book.totals}
          noun="invoice"
          before={isSelectable && <td className="max-md:hidden" />}
          between={
            <>
              <td className="max-md:hidden" />
              <td className="max-xl:hidden" />
              <td className="max-xl:hidden" />
              <td className="max-md:hidden" />
              <td className="max-lg:hidden" />
            </>
          }
          figures={[
            { className: 'num max-lg:hidden', of: ({ amountMinor }) => amountMinor },
            { className: 'num', of: ({ openMinor }) => openMinor },
          ]}
        />
      </tfoot>
    </table>
  );
}

interface RowProps {
  readonly row: InvoiceBookRow;
  readonly list: string;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  readonly isMixed: boolean;
  readonly isSelectable: boolean;
}

function Row({ row, list, today, bounds, isMixed, isSelectable }: RowProps) {
  const { currency } = row;
  const late = row.openMinor > 0 ? <Late days={daysPastDue(row.dueOn, today)} bounds={bounds} /> : null;
  return (
    <tr data-row>
      {isSelectable && <SelectRow id={row.documentId} name={row.number} amount={row.openMinor} />}
      <th scope="row" className={`max-md:pl-4! ${PHONE_CELL}`}>
        <Link
          href={withParams(documentHref(row), {}, { in: list || null })}
          data-row-link
          className="fig hover:underline"
        >
          {row.kind === 'invoice' ? row.number : `${KIND_NAMES[row.kind]} ${row.number}`}
        </Link>
        <span className="block font-normal md:hidden">{row.customer}</span>
        <span className="flex flex-wrap gap-2 font-normal text-muted-foreground md:hidden">
          {late ?? <StatusBadge status={row.status} />}
        </span>
      </th>
      <td className="max-w-[280px] max-[1400px]:max-w-[190px] truncate max-md:hidden">
        <Link href={route(`/customers/${row.customerId}`)} className="hover:underline" title={row.customer}>
          {row.customer}
        </Link>
      </td>
      <td className="fig text-muted-foreground max-xl:hidden">{formatDay(row.documentDate, { today })}</td>
      <td className="fig text-muted-foreground max-xl:hidden">{formatDay(row.dueOn, { today })}</td>
      <td className="max-md:hidden">{late}</td>
      <td className="max-lg:hidden">
        <StatusBadge status={row.status} />
      </td>
      {isMixed && <td className="text-muted-foreground max-xl:hidden">{currency}</td>}
      <td className="num text-muted-foreground max-lg:hidden">
        <Money amount={row.amountMinor} currency={currency} />
      </td>
      <td className="num font-medium">
        <Money amount={row.openMinor} currency={currency} zero="dash" />
        {isMixed && <span className="ml-1 text-meta font-normal text-subtle xl:hidden">{currency}</span>}
      </td>
    </tr>
  );
}
