import { addDays, type PlainDate } from './dates';

/** A promise for a day further ahead than this is no promise, but a question for the business. */
const HORIZON_DAYS = 90;

/** The last day that a customer may promise by itself. */
export function lastPromiseDay(today: PlainDate): PlainDate {
  return addDays(today, HORIZON_DAYS);
}
