import { ChevronRight, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import type { syncCustomerTotals } from '@/db/queries/sync-customer-totals';
import { toMinor } from '@/lib/domain/money';
import { formatColumn, formatCount } from '@/lib/format';
import { route } from '@/lib/url';

interface CustomerTotalsProps {
  readonly totals: Awaited<ReturnType<typeof syncCustomerTotals>>;
  readonly system: string;
}

/** What both books say that each customer owes, those that differ first. Closed while all agree. */
export function CustomerTotals({ totals: { rows, count, differing }, system }: CustomerTotalsProps) {
  if (count === 0) return null;
  const accounts = formatCount(count, 'account');
  return (
    <details id="by-customer" open={differing > 0} className="panel group">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-2 px-5 py-3 max-md:px-4">
        <ChevronRight
          aria-hidden
          className="size-3.5 text-subtle transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        <h2 className="text-section">By customer</h2>
        <span className="flex items-center gap-1.5 text-muted-foreground">
          {differing === 0 && <CircleCheck aria-hidden className="size-4 text-positive" />}
          {differing === 0
            ? `${accounts} ${count === 1 ? 'agrees' : 'all agree'}`
            : `${formatCount(differing)} of ${accounts} ${differing === 1 ? 'differs' : 'differ'}`}
        </span>
      </summary>
      <div className="tbl-scroll overflow-x-auto border-t border-border">
        <table className="tbl tbl-sm">
          <caption className="sr-only">What is owed by both books, by customer and currency</caption>
          <thead>
            <tr>
              <th scope="col">Customer</th>
              <th scope="col">Currency</th>
              <th scope="col" className="num max-md:hidden">
                In {system}
              </th>
              <th scope="col" className="num max-md:hidden">
                Here
              </th>
              <th scope="col" className="num">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ customerId, contactId, name, currency, sourceMinor, oursMinor }) => (
              <tr key={`${customerId ?? contactId} ${currency}`}>
                <th scope="row" className="max-w-[280px] truncate max-md:max-w-[170px]">
                  {customerId === null ? (
                    <>
                      {name ?? contactId ?? 'No customer named'}{' '}
                      <span className="font-normal text-muted-foreground">not a customer here</span>
                    </>
                  ) : (
                    <Link href={route(`/customers/${customerId}`)} className="link">
                      {name}
                    </Link>
                  )}
                </th>
                <td>{currency}</td>
                <td className="num max-md:hidden">{formatColumn(sourceMinor, currency)}</td>
                <td className="num max-md:hidden">{formatColumn(oursMinor, currency)}</td>
                <td
                  className={`num ${oursMinor === sourceMinor ? 'text-subtle' : 'font-medium text-destructive'}`}
                >
                  {formatColumn(toMinor(oursMinor - sourceMinor), currency)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > rows.length && (
        <p className="border-t border-border px-5 py-2.5 text-meta text-muted-foreground max-md:px-4">
          The first {formatCount(rows.length)} of {accounts}: what differs most, then what owes most.
        </p>
      )}
    </details>
  );
}
