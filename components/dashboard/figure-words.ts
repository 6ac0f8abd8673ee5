/** What collection effectiveness is held against, in percent: a mark that is commonly called good, the same for every business. */
export const CEI_TARGET = 85;

/** "41.8 days"; "–" when there is nothing to divide by. */
export function daysText(days: number | null): string {
  return days === null ? '–' : `${days.toFixed(1)} days`;
}

/** "86.4%"; "–" when there is nothing to divide by. */
export function percentText(percent: number | null): string {
  return percent === null ? '–' : `${percent.toFixed(1)}%`;
}
