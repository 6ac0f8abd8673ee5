import { addDays, type PlainDate } from './domain/dates';
import { nextOccurrences, type Recurrence } from './domain/recurrence';

/** The first day for which a rhythm may still bill: from today on, after the latest that it has billed or passed over. */
export function billsFrom(last: PlainDate | null, today: PlainDate): PlainDate {
  return last !== null && last >= today ? addDays(last, 1) : today;
}

/** The next day that it bills; null when there is none, or when a pause keeps it back. */
export function nextBilling(
  recurring: Recurrence & { readonly pausedOn: PlainDate | null },
  from: PlainDate,
): PlainDate | null {
  const [next] = nextOccurrences(recurring, from, 1);
  return next !== undefined && (recurring.pausedOn === null || next < recurring.pausedOn) ? next : null;
}

/** The day that comes after the last one that a rhythm has billed or passed over, whether or not it is paused or ended. */
export function followingDate(recurring: Recurrence, last: PlainDate | null): PlainDate | null {
  const from = last === null ? recurring.startsOn : addDays(last, 1);
  return nextOccurrences({ ...recurring, endsOn: null }, from, 1)[0] ?? null;
}
