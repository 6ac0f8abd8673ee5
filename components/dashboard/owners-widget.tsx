import { Explain } from '@/components/explain';
import type { GroupReport, GroupRow } from '@/db/queries/aging-groups';
import type { Minor } from '@/lib/domain/money';
import { NO_LABEL } from '@/lib/filters';
import { formatColumn, formatCount, formatMoney } from '@/lib/format';
import { AgedList } from './aged-list';
import type { WidgetMoment } from './moment';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface OwnersWidgetProps {
  readonly owners: GroupReport;
  readonly at: WidgetMoment;
}

/** What is open by who looks after the customer, colored by its age. */
export function OwnersWidget({ owners: { rows, totals, groupCount }, at }: OwnersWidgetProps) {
  const { currency, labels } = at;
  const whole = (amount: Minor) => formatMoney(amount, currency, { cents: false });
  const rowsHref = at.agingHref({ group: 'owner' });
  const [first] = rows;
  return (
    <WidgetFrame
      title="Aging by owner"
      hint="colored by age"
      finding={
        first
          ? `${formatCount(groupCount, 'owner')}; most is open with ${nameOf(first)}, ${whole(first.totalMinor)}, of it ${whole(first.lateMinor)} late`
          : 'Nothing is open'
      }
      rowsHref={rowsHref}
      tools={
        <Explain
          title={`Aging by owner, ${formatMoney(totals.totalMinor, currency)}`}
          lines={rows.map((row) => ({
            label: `${nameOf(row)}, ${formatCount(row.customerCount, 'customer')}`,
            value: formatMoney(row.totalMinor, currency),
          }))}
          total={{ label: 'Total, as on the aging report', value: formatMoney(totals.totalMinor, currency) }}
          note="The owner of a customer is today's, whatever day is reported on."
          link={{ label: 'Aging report', href: rowsHref }}
        />
      }
      table={
        <WidgetTable
          caption={`Aging by owner in ${currency}`}
          head={['Owner', ...labels, 'Unapplied', 'Total']}
          lines={rows.map((row) => ({
            key: nameOf(row),
            cells: [
              nameOf(row),
              ...row.bucketsMinor.map((amount) => formatColumn(amount, currency)),
              formatColumn(row.creditsMinor, currency),
              formatColumn(row.totalMinor, currency),
            ],
          }))}
        />
      }
    >
      {rows.length === 0 ? (
        <p className="px-4 py-4 text-muted-foreground">Nobody owes you anything in {currency}.</p>
      ) : (
        <AgedList
          lines={rows.map((row) => ({ ...row, key: nameOf(row), name: nameOf(row), href: rowsHref }))}
          at={at}
        />
      )}
    </WidgetFrame>
  );
}

function nameOf({ label }: GroupRow): string {
  return label ?? NO_LABEL.owner;
}
