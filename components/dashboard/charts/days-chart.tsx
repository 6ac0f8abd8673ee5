'use client';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { daysLines } from './chart-lines';
import { AXIS, DAYS_CHART_HEIGHT, DAYS_MARGIN, GRID } from './chart-look';
import { type ChartTip, ChartTooltip } from './chart-tooltip';

/** A column: how many were paid in these days from due. */
export interface DaysPoint {
  /** On the axis; '' for none. */
  readonly label: string;
  readonly count: number;
  /** The color of its age. */
  readonly fill: string;
  readonly tip: ChartTip;
}

/** Payments by days from due. */
export interface DaysChartProps {
  readonly points: readonly DaysPoint[];
  /** Index of the first column that is late: the due day lies before it. */
  readonly firstLate: number;
}

/** A column for every few days, early at the left, with a line where the due day ends. */
export function DaysChart({ points, firstLate }: DaysChartProps) {
  const data = points.map((point, i) => ({ ...point, i }));
  const lines = daysLines(points);
  return (
    <ResponsiveContainer width="100%" height={DAYS_CHART_HEIGHT}>
      <BarChart
        data={data}
        margin={{ top: DAYS_MARGIN.top, right: DAYS_MARGIN.right, bottom: 0, left: 0 }}
        barCategoryGap={1}
        accessibilityLayer
      >
        <CartesianGrid {...GRID} />
        <XAxis
          {...AXIS}
          dataKey="i"
          tickFormatter={(i: number) => points[i]?.label ?? ''}
          interval={0}
          tickMargin={6}
          height={DAYS_MARGIN.bottom}
        />
        <YAxis {...AXIS} width={DAYS_MARGIN.left} ticks={lines} domain={[0, lines.at(-1) ?? 'auto']} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--grid)', fillOpacity: 0.5 }}
          content={<ChartTooltip points={points} />}
        />
        <Bar dataKey="count" radius={[1.5, 1.5, 0, 0]} isAnimationActive={false} />
        <ReferenceLine x={firstLate} position="start" stroke="var(--foreground)" label={<DueLabel />} />
      </BarChart>
    </ResponsiveContainer>
  );
}

function DueLabel({ viewBox }: { readonly viewBox?: { readonly x?: number } }) {
  return (
    <text x={(viewBox?.x ?? 0) + 5} y={14} className="b">
      due date
    </text>
  );
}
