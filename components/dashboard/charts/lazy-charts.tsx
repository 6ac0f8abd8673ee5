'use client';
import dynamic from 'next/dynamic';
import { AfterIdle } from './after-idle';
import type { CashChartProps } from './cash-chart';
import { CHART_HEIGHT, DAYS_CHART_HEIGHT } from './chart-look';
import type { DaysChartProps } from './days-chart';
import type { TrendChartProps } from './trend-chart';

const Trend = dynamic(async () => (await import('./trend-chart')).TrendChart, { ssr: false });
const Cash = dynamic(async () => (await import('./cash-chart')).CashChart, { ssr: false });
const Days = dynamic(async () => (await import('./days-chart')).DaysChart, { ssr: false });

/** A measure over months. The library that draws it comes after everything else. */
export function LazyTrendChart(props: TrendChartProps) {
  return (
    <AfterIdle height={CHART_HEIGHT}>
      <Trend {...props} />
    </AfterIdle>
  );
}

/** Money in and money expected, by weeks. */
export function LazyCashChart(props: CashChartProps) {
  return (
    <AfterIdle height={CHART_HEIGHT}>
      <Cash {...props} />
    </AfterIdle>
  );
}

/** Payments by days from due. */
export function LazyDaysChart(props: DaysChartProps) {
  return (
    <AfterIdle height={DAYS_CHART_HEIGHT}>
      <Days {...props} />
    </AfterIdle>
  );
}
