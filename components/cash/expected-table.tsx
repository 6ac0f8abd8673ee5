import Link from 'next/link';
import { Money } from '@/components/money';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { Forecast } from '@/db/queries/forecast';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay, formatPercent } from '@/lib/format';

interface ExpectedTableProps {
  readonly items: Forecast['largest'];
  readonly currency: string;
  readonly today: PlainDate;
}

/** The largest open invoices, each with the day on which it is expected, and why. */
export function ExpectedTable({ items, currency, today }: ExpectedTableProps) {
  const day = (on: PlainDate) => formatDay(on, { today });
  return (
    <section aria-label="The largest open invoices">
      <h2 className="text-section">The largest open invoices</h2>
      <p className="text-muted-foreground">
        The middle of the days on which each may come, and the days between which eight of ten such invoices
        do.
      </p>
      <ScrollRegion label="The largest open invoices, table" className="tbl-scroll mt-2 overflow-x-auto">
        <table className="tbl tbl-sm">
          <caption className="sr-only">
            The largest open invoices, with the day on which each is expected
          </caption>
          <thead>
            <tr>
              <th scope="col">Invoice</th>
              <th scope="col">Customer</th>
              <th scope="col" className="num">
                Open, {currency}
              </th>
              <th scope="col">Due</th>
              <th scope="col">Expected</th>
              <th scope="col">Between</th>
              <th scope="col" className="num">
                Late
              </th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={`${item.documentId} ${item.dueOn}`}>
                <th scope="row">
                  <Link href={`/invoices/${item.documentId}`}>{item.number}</Link>
                </th>
                <td className="max-w-56 truncate" title={item.customerName}>
                  <Link href={`/customers/${item.customerId}`}>{item.customerName}</Link>
                </td>
                <td className="num">
                  <Money amount={item.openMinor} currency={currency} />
                </td>
                <td className="whitespace-nowrap">{day(item.dueOn)}</td>
                <td className="font-medium whitespace-nowrap">{day(item.expectedOn)}</td>
                <td className="whitespace-nowrap text-muted-foreground">
                  {item.earlyOn === item.lateOn ? '–' : `${day(item.earlyOn)} and ${day(item.lateOn)}`}
                </td>
                <td className="num">{formatPercent(item.latePercent)}</td>
                <td className="min-w-48 text-muted-foreground md:whitespace-normal!">{item.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
