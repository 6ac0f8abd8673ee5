'use client';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { trendLines } from './chart-lines';
import { AXIS, CHART_HEIGHT, GRID, TREND_MARGIN } from './chart-look';
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
  const lines = trendLines(points);
  const last = points.findLastIndex(({ value }) => value !== null);
  const apart = labelShift(points, last);
  return (
    <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
      <LineChart
        data={data}
        margin={{ top: TREND_MARGIN.top, right: TREND_MARGIN.right, bottom: 0, left: 0 }}
        accessibilityLayer
      >
        <CartesianGrid {...GRID} />
        <XAxis
          {...AXIS}
          dataKey="i"
          tickFormatter={(i: number) => points[i]?.label ?? ''}
          interval={2}
          tickMargin={6}
          height={TREND_MARGIN.bottom}
        />
        <YAxis
          {...AXIS}
          width={TREND_MARGIN.left}
          ticks={lines}
          domain={[lines[0] ?? 'auto', lines.at(-1) ?? 'auto']}
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
          label={<EndLabel last={last} text={referenceLabel} shift={-apart} />}
        />
        <Line
          dataKey="value"
          stroke="var(--primary)"
          strokeWidth={2}
          connectNulls
          dot={<LastDot last={last} />}
          isAnimationActive={false}
          label={<EndLabel last={last} text={lastLabel} shift={apart} className="b" />}
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
  /** Pixels that it stands lower, so that two labels do not lie on each other. */
  readonly shift: number;
  readonly className?: string;
}

function EndLabel({ x = 0, y = 0, index, last, text, shift, className }: EndLabelProps) {
  if (index !== last) return null;
  return (
    <text x={x + 7} y={y + 4 + shift} className={className}>
      {text}
    </text>
  );
}

/** Pixels by which the label of the last point stands lower than its point: 0 where both have room; half a line up or down where not. */
function labelShift(points: readonly TrendPoint[], last: number): number {
  const { value, reference } = points[last] ?? { value: null, reference: null };
  if (value === null || reference === null) return 0;
  const all = points.flatMap((point) => [point.value, point.reference].filter((each) => each !== null));
  const span = Math.max(...all) - Math.min(...all);
  if (Math.abs(value - reference) > NEAR * span) return 0;
  return value < reference ? HALF_LINE : -HALF_LINE;
}

/** A line of text, as a share of what the axis spans; half of it in pixels. */
const NEAR = 0.08;
const HALF_LINE = 7;
