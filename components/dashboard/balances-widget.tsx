import Link from 'next/link';
import { Explain } from '@/components/explain';
import type { AgingReport } from '@/db/queries/aging';
import { percentCurrent } from '@/lib/domain/measures';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatCount, formatMoney, formatPercent } from '@/lib/format';
import { route } from '@/lib/url';
import { AgedList } from './aged-list';
import type { WidgetMoment } from './moment';
import { balancesTable } from './tables/aging-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

/** Who owes most: a bar per customer, as long as the balance and colored by its age. */
export function BalancesWidget({
  report: { rows, totals, customerCount },
  at,
}: {
  readonly report: AgingReport;
  readonly at: WidgetMoment;
}) {
  const { currency } = at;
  const shown = sumOf(rows.map((row) => row.totalMinor));
  const whole = (amount: Minor) => formatMoney(amount, currency, { cents: false });
  const share = formatPercent(percentCurrent(shown, totals.totalMinor));
  const [first] = rows;
  return (
    <WidgetFrame
      title="Largest balances"
      hint="colored by age"
      finding={
        first
          ? `${first.customer} owes most, ${whole(first.totalMinor)}; the largest ${rows.length} of ${formatCount(customerCount, 'customer')} owe ${share} of all`
          : 'Nobody owes anything'
      }
      rowsHref={at.exploreHref({ customer: rows.map((row) => row.customerId) })}
      tools={
        <Explain
          title={`Largest balances, ${formatMoney(shown, currency)}`}
          lines={rows.map((row) => ({
            label: row.customer,
            value: formatMoney(row.totalMinor, currency),
          }))}
          total={{ label: `${share} of ${whole(totals.totalMinor)}`, value: formatMoney(shown, currency) }}
          note="Open invoices and fees of a customer, less money on the account that no invoice has taken."
          link={{ label: 'All customers', href: at.agingHref({}) }}
        />
      }
      table={<WidgetTable table={balancesTable(rows, at)} />}
    >
      {rows.length === 0 ? (
        <p className="px-4 py-4 text-muted-foreground">Nobody owes you anything in {currency}.</p>
      ) : (
        <AgedList
          lines={rows.map((row) => ({
            ...row,
            key: row.customerId,
            name: row.customer,
            href: route(`/customers/${row.customerId}?asOf=${at.asOf}`),
          }))}
          at={at}
        />
      )}
      {customerCount > rows.length && (
        <p className="mt-auto px-4 pb-3 text-meta">
          <Link href={at.agingHref({})} className="link inline-flex min-h-6 items-center max-md:min-h-11">
            All {formatCount(customerCount)} customers
          </Link>
        </p>
      )}
    </WidgetFrame>
  );
}
