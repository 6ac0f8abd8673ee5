import Link from 'next/link';
import { PHONE_CELL } from '@/components/phone-cell';
import type { NotReminded } from '@/db/queries/reminder-dry-run';
import { route } from '@/lib/url';
import { REASON_WORDS } from './reason-words';

/** What is not mailed about, each with its reason. */
export function NotRemindedTable({ rows }: { readonly rows: readonly NotReminded[] }) {
  return (
    <table className="tbl">
      <caption className="sr-only">Not sent</caption>
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col">What</th>
          <th scope="col">Not sent because</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.customerId} ${row.currency ?? ''} ${row.documentId ?? ''} ${row.reason}`} data-row>
            <th scope="row" className={PHONE_CELL}>
              <Link href={route(`/customers/${row.customerId}`)} data-row-link className="hover:underline">
                {row.customer}
              </Link>
            </th>
            <td>
              {row.documentId && row.number ? (
                <Link href={route(`/invoices/${row.documentId}`)} className="fig hover:underline">
                  {row.number}
                </Link>
              ) : (
                (row.currency && `Everything in ${row.currency}`) || 'Everything'
              )}
            </td>
            <td className="text-muted-foreground">{REASON_WORDS[row.reason]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
