import { BucketDot } from '@/components/bucket-dot';
import { Explain } from '@/components/explain';
import type { ProvisionReport } from '@/db/queries/provision';
import { bucketLabels } from '@/lib/domain/aging';
import type { Minor } from '@/lib/domain/money';
import { formatColumn, formatDay, formatMoney } from '@/lib/format';
import type { WidgetMoment } from './moment';
import { provisionTable, rateText } from './tables/aging-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface ProvisionWidgetProps {
  readonly provision: ProvisionReport;
  readonly at: WidgetMoment;
}

/** What is expected to be lost of what is open, by its age, at the business's own rates. */
export function ProvisionWidget({ provision, at }: ProvisionWidgetProps) {
  const { buckets, totalMinor, balanceMinor, rates, from, to } = provision;
  const { currency } = at;
  const labels = bucketLabels(provision.bounds);
  const total = totalMinor === null ? '–' : formatMoney(totalMinor, currency);
  const column = (amount: Minor | null) => (amount === null ? '–' : formatColumn(amount, currency));
  const lines = buckets.map((bucket, i) => ({ ...bucket, label: labels[i] ?? '', rate: rateText(bucket) }));
  return (
    <WidgetFrame
      title="Bad-debt provision"
      hint={rates === 'entered' ? 'rates of your settings' : 'rates of your own history'}
      finding={`Expected loss ${total} on ${formatMoney(balanceMinor, currency)} open`}
      rowsHref={at.agingHref({})}
      tools={
        <Explain
          title={`Expected loss, ${total}`}
          lines={lines.map(({ label, balanceMinor: open, rate, amountMinor }) => ({
            label: `${label}: ${formatMoney(open, currency)} × ${rate}`,
            value: column(amountMinor),
          }))}
          total={{ label: 'Expected loss', value: total }}
          note={
            rates === 'entered'
              ? 'The rates are entered in the settings.'
              : `The share of each age that was written off, or not paid within a year of its due date, at the month ends from ${formatDay(from)} to ${formatDay(to)}. An age that nothing ever stood in has no rate, and then there is no total.`
          }
        />
      }
      table={<WidgetTable table={provisionTable(provision, currency)} />}
    >
      <div className="flex flex-1 flex-col px-4 pt-1 pb-4">
        <ul className="mb-3">
          {lines.map(({ label, balanceMinor: open, rate, amountMinor }, i) => (
            <li
              key={label}
              className="fig grid h-[26px] grid-cols-[minmax(64px,1fr)_auto_64px_84px] items-center gap-3"
            >
              <span className="flex items-center gap-2">
                <BucketDot index={i} buckets={labels.length} />
                {label}
              </span>
              <span className="text-right text-muted-foreground">
                {formatMoney(open, currency, { cents: false })}
              </span>
              <span className="text-right text-subtle">{rate}</span>
              <span className="text-right">{column(amountMinor)}</span>
            </li>
          ))}
        </ul>
        <p className="mt-auto flex justify-between gap-3 border-t border-border pt-3">
          <span className="text-muted-foreground">Expected loss</span>
          <span className="fig font-semibold">{total}</span>
        </p>
      </div>
    </WidgetFrame>
  );
}
