/** Attempts before a mail is given up: the last comes twenty hours after the first. */
const MOST_MAIL_ATTEMPTS = 12;

/** Minutes between an attempt that failed, counted from 1, and the next: 1, 2, 4 … at most six hours; null: it is given up. */
export function minutesToNextAttempt(attempt: number): number | null {
  return attempt >= MOST_MAIL_ATTEMPTS ? null : Math.min(360, 2 ** (attempt - 1));
}
