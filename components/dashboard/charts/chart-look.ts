/** Pixels that every chart is high, so that its place can be kept: what a widget leaves of its height. */
export const CHART_HEIGHT = 228;

/** The same for the chart that has words below its axis. */
export const DAYS_CHART_HEIGHT = 212;

/** What the axes of all charts look like. */
export const AXIS = {
  tickLine: false,
  axisLine: false,
  tick: { fontSize: 11, fill: 'var(--subtle)' },
} as const;

/** What the lines behind all charts look like. */
export const GRID = { stroke: 'var(--grid)', vertical: false } as const;
