import Link from 'next/link';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import type { DraftInvoice } from '@/db/queries/draft-invoices';
import { draftTotals } from '@/lib/domain/invoice-draft';
import { readWritten } from '@/lib/read-written';
import { route } from '@/lib/url';

interface DraftTableProps {
  readonly rows: readonly DraftInvoice[];
  /** Of the business: meant where a draft names no currency yet. */
  readonly currency: string;
  /** "10:04", "Yesterday 16:20". */
  readonly when: (at: Date) => string;
  /** Makes each a link to the editor. */
  readonly mayWrite: boolean;
}

/** Invoices that are being written: no number, nothing owed. What each comes to is counted as posting would. */
export function DraftTable({ rows, currency, when, mayWrite }: DraftTableProps) {
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Drafts</caption>
      <thead>
        <tr>
          <th scope="col">Draft for</th>
          <th scope="col" className="max-md:hidden">
            First line
          </th>
          <th scope="col">Saved</th>
          <th scope="col" className="max-md:hidden">
            Currency
          </th>
          <th scope="col" className="num">
            Total
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const written = readWritten(row.content, row.customerCurrency ?? currency);
          const name = row.customer ?? 'No customer yet';
          return (
            <tr key={row.draftId} data-row>
              <th scope="row" className={PHONE_CELL}>
                {mayWrite ? (
                  <Link
                    href={route(`/invoices/new?draft=${row.draftId}`)}
                    data-row-link
                    className="hover:underline"
                  >
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </th>
              <td className="max-w-[320px] truncate text-muted-foreground max-md:hidden">
                {written ? written.lines[0]?.description : 'Written by a program'}
              </td>
              <td className="fig text-muted-foreground">{when(row.updatedAt)}</td>
              <td className="text-muted-foreground max-md:hidden">{written?.currency}</td>
              <td className="num font-medium">
                {written ? (
                  <Money amount={draftTotals(written.lines).totalMinor} currency={written.currency} />
                ) : (
                  <span className="z">–</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
