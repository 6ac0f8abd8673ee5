'use client';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { AXIS, CHART_HEIGHT, GRID } from './chart-look';
import { type ChartTip, ChartTooltip } from './chart-tooltip';

/** A month of a measure. */
export interface TrendPoint {
  /** On the axis: "Nov". */
  readonly label: string;
  readonly value: number | null;
  /** What it is held against: the best possible, or a target. */
  readonly reference: number | null;
  readonly tip: ChartTip;
}

/** A measure over months, and what it is held against. */
export interface TrendChartProps {
  readonly points: readonly TrendPoint[];
  /** What follows a figure on the axis: "%". */
  readonly unit: string;
  /** Beside the last point, and beside the last of the reference. */
  readonly lastLabel: string;
  readonly referenceLabel: string;
}

/** A line for the measure and a dashed one for its reference; the axis need not begin at 0. */
export function TrendChart({ points, unit, lastLabel, referenceLabel }: TrendChartProps) {
  const data = points.map((point, i) => ({ ...point, i }));
  const last = points.findLastIndex(({ value }) => value !== null);
  return (
    <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
      <LineChart data={data} margin={{ top: 12, right: 62, bottom: 0, left: 0 }} accessibilityLayer>
        <CartesianGrid {...GRID} />
        <XAxis
          {...AXIS}
          dataKey="i"
          tickFormatter={(i: number) => points[i]?.label ?? ''}
          interval={2}
          tickMargin={6}
          height={24}
        />
        <YAxis
          {...AXIS}
          width={42}
          tickCount={4}
          domain={['auto', 'auto']}
          tickFormatter={(value: number) => `${value}${unit}`}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--border-strong)' }}
          content={<ChartTooltip points={points} />}
        />
        <Line
          dataKey="reference"
          stroke="var(--subtle)"
          strokeDasharray="3 3"
          strokeWidth={1}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          label={<EndLabel last={last} text={referenceLabel} />}
        />
        <Line
          dataKey="value"
          stroke="var(--primary)"
          strokeWidth={2}
          connectNulls
          dot={<LastDot last={last} />}
          isAnimationActive={false}
          label={<EndLabel last={last} text={lastLabel} className="b" />}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

/** Where the chart says that a point is. */
interface PointProps {
  readonly index?: number;
  /** The index of the point that is marked. */
  readonly last: number;
}

function LastDot({ cx, cy, index, last }: PointProps & { readonly cx?: number; readonly cy?: number }) {
  return index === last ? <circle cx={cx} cy={cy} r={3.5} fill="var(--primary)" /> : null;
}

interface EndLabelProps extends PointProps {
  readonly x?: number;
  readonly y?: number;
  readonly text: string;
  readonly className?: string;
}

function EndLabel({ x = 0, y = 0, index, last, text, className }: EndLabelProps) {
  if (index !== last) return null;
  return (
    <text x={x + 7} y={y + 4} className={className}>
      {text}
    </text>
  );
}
