/** Seconds between an attempt that failed, counted from 1, and the next. */
const PAUSES = [10, 60, 300, 1_800, 7_200, 18_000, 36_000, 36_000] as const;

/** Attempts before a delivery is given up: the last comes 27 hours after the first. */
export const MOST_ATTEMPTS = PAUSES.length + 1;

/** Seconds from an attempt that failed, counted from 1, to the next; null: it is given up. */
export function secondsToNextAttempt(attempt: number): number | null {
  return PAUSES[attempt - 1] ?? null;
}
