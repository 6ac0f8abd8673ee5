import { Explain } from '@/components/explain';
import type { GroupReport } from '@/db/queries/aging-groups';
import type { Minor } from '@/lib/domain/money';
import { formatCount, formatMoney } from '@/lib/format';
import { AgedList } from './aged-list';
import type { WidgetMoment } from './moment';
import { ownerName, ownersTable } from './tables/aging-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface OwnersWidgetProps {
  readonly owners: GroupReport;
  readonly at: WidgetMoment;
}

/** What is open by who looks after the customer, colored by its age. */
export function OwnersWidget({ owners: { rows, totals, groupCount }, at }: OwnersWidgetProps) {
  const { currency } = at;
  const whole = (amount: Minor) => formatMoney(amount, currency, { cents: false });
  const rowsHref = at.agingHref({ group: 'owner' });
  const [first] = rows;
  return (
    <WidgetFrame
      title="Aging by owner"
      hint="colored by age"
      finding={
        first
          ? `${formatCount(groupCount, 'owner')}; most is open with ${ownerName(first)}, ${whole(first.totalMinor)}, of it ${whole(first.lateMinor)} late`
          : 'Nothing is open'
      }
      rowsHref={rowsHref}
      tools={
        <Explain
          title={`Aging by owner, ${formatMoney(totals.totalMinor, currency)}`}
          lines={rows.map((row) => ({
            label: `${ownerName(row)}, ${formatCount(row.customerCount, 'customer')}`,
            value: formatMoney(row.totalMinor, currency),
          }))}
          total={{ label: 'Total, as on the aging report', value: formatMoney(totals.totalMinor, currency) }}
          note="The owner of a customer is today's, whatever day is reported on."
          link={{ label: 'Aging report', href: rowsHref }}
        />
      }
      table={<WidgetTable table={ownersTable(rows, at)} />}
    >
      {rows.length === 0 ? (
        <p className="px-4 py-4 text-muted-foreground">Nobody owes you anything in {currency}.</p>
      ) : (
        <AgedList
          lines={rows.map((row) => ({ ...row, key: ownerName(row), name: ownerName(row), href: rowsHref }))}
          at={at}
        />
      )}
    </WidgetFrame>
  );
}
