import type { Route } from 'next';
import { Explain } from '@/components/explain';
import { Segmented } from '@/components/ui/segmented';
import type { AgingReport } from '@/db/queries/aging';
import { percentCurrent } from '@/lib/domain/measures';
import { type Minor, sumOf, toMinor, ZERO } from '@/lib/domain/money';
import { formatCount, formatMoney, formatPercent } from '@/lib/format';
import { AgingBars } from './aging-bars';
import { AgingDonut } from './aging-donut';
import type { WidgetMoment } from './moment';
import { agingTable } from './tables/aging-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface AgingWidgetProps {
  readonly report: AgingReport;
  readonly at: WidgetMoment;
  readonly drawnAs: 'bars' | 'donut';
  readonly drawnAsHref: (how: 'bars' | 'donut') => Route;
}

/** How old what is owed is: a bar or an arc per bucket, each leading to its customers. */
export function AgingWidget({ report, at, drawnAs, drawnAsHref }: AgingWidgetProps) {
  const { currency, labels } = at;
  const { bucketsMinor, creditsMinor, totalMinor } = report.totals;
  const owed = sumOf(bucketsMinor);
  const invoices = sumCounts(report.bucketCounts);
  const shares = bucketsMinor.map((amount) => percentCurrent(amount, owed));
  const whole = (amount: Minor) => formatMoney(amount, currency, { cents: false });
  const buckets = labels.map((label, i) => ({
    label,
    amountMinor: bucketsMinor[i] ?? ZERO,
    percent: shares[i] ?? null,
    href: at.agingHref({ group: 'item', bucket: i }),
  }));
  const drawing = { buckets, currency, owedMinor: owed };
  return (
    <WidgetFrame
      title="Aging"
      finding={`${whole(owed)} open, ${whole(report.lateMinor)} of it late: ${labels
        .map((label, i) => `${label} ${formatPercent(shares[i] ?? null)}`)
        .join(', ')}`}
      rowsHref={at.agingHref({})}
      tools={
        <>
          <AgingReceipt report={report} at={at} />
          <Segmented
            label="Drawn as"
            options={[
              { label: 'Bars', href: drawnAsHref('bars'), isCurrent: drawnAs === 'bars' },
              { label: 'Donut', href: drawnAsHref('donut'), isCurrent: drawnAs === 'donut' },
            ]}
          />
        </>
      }
      table={<WidgetTable table={agingTable(report, at)} />}
    >
      <div className="flex flex-1 flex-col px-4 pt-2 pb-4">
        {drawnAs === 'bars' ? <AgingBars {...drawing} /> : <AgingDonut {...drawing} />}
        <p className="mt-auto flex justify-between gap-3 border-t border-border pt-3">
          <span className="text-muted-foreground">
            {formatCount(invoices, 'open invoice')}, {formatCount(report.owingCount, 'customer')}
          </span>
          <span className="fig font-semibold">{whole(owed)}</span>
        </p>
        {creditsMinor < 0 && (
          <p className="mt-1 flex justify-between gap-3 text-meta text-subtle">
            <span>with {whole(toMinor(-creditsMinor))} unapplied taken off</span>
            <span className="fig">{whole(totalMinor)}</span>
          </p>
        )}
      </div>
    </WidgetFrame>
  );
}

function AgingReceipt({ report, at }: Pick<AgingWidgetProps, 'report' | 'at'>) {
  const { currency, labels } = at;
  const { bucketsMinor, creditsMinor, totalMinor } = report.totals;
  return (
    <Explain
      title={`Aging, ${formatMoney(totalMinor, currency)}`}
      lines={[
        ...labels.map((label, i) => ({
          label: i === 0 ? label : `${label} days`,
          value: formatMoney(bucketsMinor[i] ?? ZERO, currency),
        })),
        { label: 'Unapplied payments and credits', value: formatMoney(creditsMinor, currency) },
      ]}
      total={{ label: 'Total, as on the aging report', value: formatMoney(totalMinor, currency) }}
      note={`Days are counted from the ${at.basis === 'due' ? 'due date' : 'invoice date'}.`}
      link={{ label: 'Aging report', href: at.agingHref({}) }}
    />
  );
}

function sumCounts(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
