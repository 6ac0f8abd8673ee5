'use client';
import { AfterIdle } from './after-idle';
import type { CashChartProps } from './cash-chart';
import { cashLines, daysLines, trendLines } from './chart-lines';
import { CASH_MARGIN, CHART_HEIGHT, DAYS_CHART_HEIGHT, DAYS_MARGIN, TREND_MARGIN } from './chart-look';
import type { DaysChartProps } from './days-chart';
import { Sketch } from './sketch';
import type { TrendChartProps } from './trend-chart';

const loadTrend = async () => (await import('./trend-chart')).TrendChart;
const loadCash = async () => (await import('./cash-chart')).CashChart;
const loadDays = async () => (await import('./days-chart')).DaysChart;

/** A measure over months. The library that draws it comes after everything else. */
export function LazyTrendChart(props: TrendChartProps) {
  const { points } = props;
  const curves = [
    { values: points.map(({ reference }) => reference), color: 'var(--subtle)', isDashed: true },
    { values: points.map(({ value }) => value), color: 'var(--primary)' },
  ] as const;
  const sketch = <Sketch margin={TREND_MARGIN} lines={trendLines(points)} curves={curves} />;
  return <AfterIdle height={CHART_HEIGHT} load={loadTrend} props={props} until={sketch} />;
}

/** Money in and money expected, by weeks. */
export function LazyCashChart(props: CashChartProps) {
  const { points, height } = props;
  const sketch = (
    <Sketch
      margin={CASH_MARGIN}
      lines={cashLines(points)}
      columns={points.map(({ received }) => ({ value: received, color: 'var(--chart-ink)' }))}
      curves={[{ values: points.map(({ expected }) => expected), color: 'var(--primary)' }]}
    />
  );
  return <AfterIdle height={height} load={loadCash} props={props} until={sketch} />;
}

/** Payments by days from due. */
export function LazyDaysChart(props: DaysChartProps) {
  const { points } = props;
  const columns = points.map(({ count, fill }) => ({ value: count, color: fill }));
  const sketch = <Sketch margin={DAYS_MARGIN} lines={daysLines(points)} columns={columns} />;
  return <AfterIdle height={DAYS_CHART_HEIGHT} load={loadDays} props={props} until={sketch} />;
}
