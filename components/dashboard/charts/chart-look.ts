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

/** Pixels below the plot for the words of the axis, and beside it for those of the other: each chart has its own. */
const FOOT = 24;
/** Around the plot of cash, axes included. */
export const CASH_MARGIN = { top: 22, right: 8, bottom: FOOT, left: 52 } as const;
/** Around the plot of days from due. */
export const DAYS_MARGIN = { top: 22, right: 4, bottom: FOOT, left: 40 } as const;
/** Around the plot of a measure: at the right stand the words of its last point. */
export const TREND_MARGIN = { top: 12, right: 62, bottom: FOOT, left: 42 } as const;
