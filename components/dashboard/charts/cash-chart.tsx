'use client';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Minor } from '@/lib/domain/money';
import { formatCompact } from '@/lib/format';
import { cashLines } from './chart-lines';
import { AXIS, CASH_MARGIN, GRID } from './chart-look';
import { type ChartTip, ChartTooltip } from './chart-tooltip';

/** A week: what came in, or what is expected, and the range in which that will lie where there is one. */
export interface CashPoint {
  readonly label: string;
  readonly received: Minor | null;
  readonly expected: Minor | null;
  readonly range: readonly [Minor, Minor] | null;
  readonly tip: ChartTip;
}

/** Money in and money expected, by weeks. */
export interface CashChartProps {
  readonly points: readonly CashPoint[];
  readonly currency: string;
  /** What the expectation is made of, beside its line. */
  readonly method: string;
  /** Pixels. */
  readonly height: number;
}

/** Columns for what came in, a line for what is expected, and between them the day that is reported on. */
export function CashChart({ points, currency, method, height }: CashChartProps) {
  const data = points.map((point, i) => ({ ...point, i }));
  const first = points.findIndex(({ expected }) => expected !== null);
  const lines = cashLines(points);
  const hasRange = points.some(({ range }) => range !== null);
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={data}
        margin={{ top: CASH_MARGIN.top, right: CASH_MARGIN.right, bottom: 0, left: 0 }}
        accessibilityLayer
      >
        <CartesianGrid {...GRID} />
        <XAxis
          {...AXIS}
          dataKey="i"
          tickFormatter={(i: number) => points[i]?.label ?? ''}
          interval={1}
          tickMargin={6}
          height={CASH_MARGIN.bottom}
        />
        <YAxis
          {...AXIS}
          width={CASH_MARGIN.left}
          ticks={lines}
          domain={[0, lines.at(-1) ?? 'auto']}
          tickFormatter={(value: Minor) => formatCompact(value, currency)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--grid)', fillOpacity: 0.5 }}
          content={<ChartTooltip points={points} />}
        />
        <Bar
          dataKey="received"
          fill="var(--chart-ink)"
          radius={[2, 2, 0, 0]}
          maxBarSize={28}
          isAnimationActive={false}
        />
        {hasRange && (
          <Area
            dataKey="range"
            stroke="none"
            fill="var(--chart-band)"
            fillOpacity={1}
            isAnimationActive={false}
          />
        )}
        <ReferenceLine
          x={first}
          position="start"
          stroke="var(--subtle)"
          strokeDasharray="2 3"
          label={<Divider method={method} />}
        />
        <Line
          dataKey="expected"
          stroke="var(--primary)"
          strokeWidth={2}
          dot={{ r: 3, fill: 'var(--card)', stroke: 'var(--primary)', strokeWidth: 2 }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

interface DividerProps {
  readonly method: string;
  /** Given by the chart: where the line stands. */
  readonly viewBox?: { readonly x?: number };
}

function Divider({ method, viewBox }: DividerProps) {
  const x = viewBox?.x ?? 0;
  return (
    <g>
      <text x={x - 6} y={14} textAnchor="end">
        received
      </text>
      <text x={x + 6} y={14}>
        {method}
      </text>
    </g>
  );
}
