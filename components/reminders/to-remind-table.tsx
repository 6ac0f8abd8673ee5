import Link from 'next/link';
import { PHONE_CELL } from '@/components/phone-cell';
import type { ToRemind } from '@/db/queries/reminder-dry-run';
import { formatCount } from '@/lib/format';
import { route } from '@/lib/url';
import { owedWords } from './owed-words';
import { STAGE_WORDS } from './reason-words';

/** Whom the next run would mail, and about how much. */
export function ToRemindTable({ rows }: { readonly rows: readonly ToRemind[] }) {
  return (
    <table className="tbl">
      <caption className="sr-only">Would be mailed</caption>
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col" className="max-md:hidden">
            To
          </th>
          <th scope="col" className="max-lg:hidden">
            Which
          </th>
          <th scope="col" className="max-md:hidden">
            Invoices
          </th>
          <th scope="col" className="num">
            Open
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.customerId} data-row>
            <th scope="row" className={PHONE_CELL}>
              <Link href={route(`/customers/${row.customerId}`)} data-row-link className="hover:underline">
                {row.customer}
              </Link>
              <span className="block font-normal text-muted-foreground md:hidden">
                {row.address}, {formatCount(row.invoiceCount, 'invoice')}
              </span>
            </th>
            <td className="max-w-[260px] truncate text-muted-foreground max-md:hidden">{row.address}</td>
            <td className="max-lg:hidden">{STAGE_WORDS[row.stage]}</td>
            <td className="max-md:hidden">{formatCount(row.invoiceCount)}</td>
            <td className="num font-medium">{owedWords(row.owed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
