import type { ReactNode } from 'react';
import type { KeyFigures } from '@/db/queries/key-figures-by-month';
import { formatMonth } from '@/lib/format';
import { LazyTrendChart } from './charts/lazy-charts';
import { CeiReceipt, DsoReceipt } from './figure-receipts';
import { CEI_TARGET, daysText, percentText } from './figure-words';
import type { WidgetMoment } from './moment';
import { ceiTable, dsoTable, monthName } from './tables/figure-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface TrendWidgetProps {
  readonly figures: KeyFigures;
  readonly at: WidgetMoment;
}

/** Days sales outstanding over twelve months, beside what it would be if everybody paid on terms. */
export function DsoWidget({ figures, at }: TrendWidgetProps) {
  const { dso, bestPossibleDso } = figures;
  const months = monthsOf(figures).map((month, i) => ({
    ...month,
    value: dso.months[i] ?? null,
    best: bestPossibleDso.months[i] ?? null,
  }));
  return (
    <WidgetFrame
      title="DSO"
      hint="12 months"
      finding={`DSO ${daysText(dso.now)}, a month before ${daysText(dso.before)}, best possible ${daysText(bestPossibleDso.now)}`}
      rowsHref={at.agingHref({})}
      tools={<DsoReceipt figures={figures} at={at} />}
      table={<WidgetTable table={dsoTable(figures)} />}
    >
      <Trend
        values={dso.months}
        missing="No two months can be compared yet: DSO needs sales that are still unpaid."
      >
        <LazyTrendChart
          unit=""
          lastLabel={dso.now?.toFixed(1) ?? ''}
          referenceLabel={bestPossibleDso.now === null ? '' : `best ${bestPossibleDso.now.toFixed(0)}`}
          points={months.map(({ name, label, value, best }) => ({
            label,
            value,
            reference: best,
            tip: {
              title: name,
              lines: [
                { label: 'DSO', value: daysText(value) },
                { label: 'Best possible', value: daysText(best) },
              ],
            },
          }))}
        />
      </Trend>
    </WidgetFrame>
  );
}

/** Collection effectiveness over twelve months, beside its target. */
export function CeiWidget({ figures, at }: TrendWidgetProps) {
  const { cei } = figures;
  const months = monthsOf(figures).map((month, i) => ({ ...month, value: cei.months[i] ?? null }));
  return (
    <WidgetFrame
      title="Collection effectiveness"
      finding={`Collection effectiveness ${percentText(cei.now)}, a month before ${percentText(cei.before)}, target ${CEI_TARGET}%`}
      rowsHref="/payments"
      tools={<CeiReceipt figures={figures} at={at} />}
      table={<WidgetTable table={ceiTable(figures)} />}
    >
      <Trend
        values={cei.months}
        missing="No two months can be compared yet: it needs something that could be collected."
      >
        <LazyTrendChart
          unit="%"
          lastLabel={percentText(cei.now)}
          referenceLabel={`target ${CEI_TARGET}%`}
          points={months.map(({ name, label, value }) => ({
            label,
            value,
            reference: CEI_TARGET,
            tip: {
              title: name,
              lines: [
                { label: 'Collected', value: percentText(value) },
                { label: 'Target', value: `${CEI_TARGET}%` },
              ],
            },
          }))}
        />
      </Trend>
    </WidgetFrame>
  );
}

interface TrendProps {
  readonly values: readonly (number | null)[];
  /** Said instead of a drawing while there are not two months to draw a line between. */
  readonly missing: string;
  readonly children: ReactNode;
}

function Trend({ values, missing, children }: TrendProps) {
  if (values.filter((value) => value !== null).length < 2)
    return <p className="px-4 py-4 text-muted-foreground">{missing}</p>;
  return <div className="px-2 pb-3">{children}</div>;
}

function monthsOf({ inputs }: KeyFigures) {
  return inputs.map(({ from }) => ({
    label: formatMonth(from, 'short'),
    name: monthName(from, 'long'),
  }));
}
