import { ageColor } from '@/components/age-class';
import { Explain } from '@/components/explain';
import type { PaymentDayBin, PaymentDays } from '@/db/queries/payment-days';
import { bucketOf, DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { daysBetween } from '@/lib/domain/dates';
import { formatCount, formatMoney, formatPercent } from '@/lib/format';
import { LazyDaysChart } from './charts/lazy-charts';
import { daysText } from './figure-words';
import type { WidgetMoment } from './moment';
import { binName, daysTable, shareOf } from './tables/money-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface DaysWidgetProps {
  readonly paid: PaymentDays;
  readonly at: WidgetMoment;
}

/** When invoices get paid: how many so many days from due, and three facts about all of them. */
export function DaysWidget({ paid, at }: DaysWidgetProps) {
  const { bins, settledCount, onTimePercent, medianDay, ninetiethDay } = paid;
  const span = daysBetween(paid.from, paid.to) + 1;
  const facts = [
    { label: 'On time or early', value: formatPercent(onTimePercent) },
    { label: 'Half are paid by', value: dayText(medianDay) },
    { label: '9 in 10 are paid by', value: dayText(ninetiethDay) },
  ];
  return (
    <WidgetFrame
      title="When invoices get paid"
      hint={`${formatCount(settledCount)} paid in ${span} days`}
      finding={`${formatCount(settledCount, 'invoice')} paid in ${span} days: ${facts.map(({ label, value }) => `${label} ${value}`).join(', ')}`}
      rowsHref="/invoices?show=paid"
      tools={<DaysReceipt paid={paid} at={at} />}
      table={<WidgetTable table={daysTable(paid, at)} />}
    >
      {settledCount === 0 ? (
        <p className="px-4 py-4 text-muted-foreground">
          No payment has settled an invoice in these days yet.
        </p>
      ) : (
        <div className="flex gap-5 pr-4 pb-3 pl-2 max-md:flex-col">
          <div className="min-w-0 flex-1">
            <LazyDaysChart
              firstLate={bins.findIndex(({ from }) => from !== null && from > 0)}
              points={bins.map((bin) => ({
                label: axisLabel(bin),
                count: bin.count,
                fill: ageColor(bucketOf(bin.from ?? 0, DEFAULT_BOUNDS), DEFAULT_BOUNDS.length + 2),
                tip: {
                  title: binName(bin),
                  lines: [
                    { label: 'Invoices', value: formatCount(bin.count) },
                    { label: 'Share', value: formatPercent(shareOf(bin, settledCount)) },
                    { label: 'Billed', value: formatMoney(bin.amountMinor, at.currency, { cents: false }) },
                  ],
                },
              }))}
            />
            <p aria-hidden className="flex justify-between pl-10 text-[11px] leading-4 text-subtle">
              <span>early</span>
              <span>days late</span>
            </p>
          </div>
          <dl className="flex w-[132px] shrink-0 flex-col gap-3 pt-4 max-md:grid max-md:w-full max-md:grid-cols-3 max-md:gap-2 max-md:pl-2">
            {facts.map(({ label, value }) => (
              <div key={label}>
                <dt className="text-meta text-subtle">{label}</dt>
                <dd className="fig text-[17px] leading-6 font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </WidgetFrame>
  );
}

function DaysReceipt({ paid, at }: DaysWidgetProps) {
  const { settledCount, onTimeCount, onTimePercent } = paid;
  return (
    <Explain
      title={`Paid on time, ${formatPercent(onTimePercent)}`}
      lines={[
        { label: 'Paid on the due date or before', value: formatCount(onTimeCount) },
        { label: 'Paid later', value: formatCount(settledCount - onTimeCount) },
        { label: 'From due to payment, by amount', value: daysText(paid.averageDaysLate) },
        { label: 'From invoice to payment, by amount', value: daysText(paid.paymentVelocity) },
      ]}
      total={{ label: 'Invoices that a payment settled', value: formatCount(settledCount) }}
      note={`What payments settled came to ${formatMoney(paid.settledMinor, at.currency)}. Credit memos and write-offs are no payments.`}
      link={{ label: 'Paid invoices', href: '/invoices?show=paid' }}
    />
  );
}

function axisLabel({ from, to }: PaymentDayBin): string {
  if (to === null) return `${(from ?? 1) - 1}+`;
  return from !== null && to % 10 === 0 && to < 60 ? String(to).replace('-', '−') : '';
}

function dayText(day: number | null): string {
  if (day === null) return '–';
  if (day === 0) return 'the due day';
  return day < 0 ? `${-day} days early` : `day ${day}`;
}
