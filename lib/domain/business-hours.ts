import { addDays, type PlainDate, toPlainDate } from './dates';

/** Hours of a business day in which it writes to customers by itself: from the first to before the last. */
const [FROM, TO] = [9, 17];

/** A moment on the calendar and the clock of a business. */
interface LocalMoment {
  readonly day: PlainDate;
  readonly hour: number;
}

/** Monday to Friday. Public holidays are not known here. */
export function isBusinessDay(day: PlainDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** Whether a business writes to customers at a moment by itself: Monday to Friday, 9 to 17 h. */
export function isBusinessHour({ day, hour }: LocalMoment): boolean {
  return isBusinessDay(day) && hour >= FROM && hour < TO;
}

/** The moment on the clock of a time zone. */
export function localMoment(timeZone: string, now: Date): LocalMoment {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return {
    day: toPlainDate(`${part('year')}-${part('month')}-${part('day')}`),
    hour: Number(part('hour')),
  };
}

/** The day whose nine o'clock is the next at which a business writes: today before nine, else the business day after. */
export function nextBusinessMorning({ day, hour }: LocalMoment): PlainDate {
  let next = isBusinessDay(day) && hour < FROM ? day : addDays(day, 1);
  while (!isBusinessDay(next)) next = addDays(next, 1);
  return next;
}

/** The instant at which a clock in a time zone shows nine on a day. */
export function morningOf(day: PlainDate, timeZone: string): Date {
  // Noon of UTC is the same day nearly everywhere; what the clock shows then says how far it is from nine.
  let at = new Date(`${day}T12:00:00Z`);
  for (let tries = 0; tries < 3; tries += 1) {
    const shown = clockOf(timeZone, at);
    const wanted = Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10), FROM);
    if (shown === wanted) return at;
    at = new Date(at.getTime() + wanted - shown);
  }
  return at;
}

/** What a clock shows, as if it stood in UTC, in ms. */
function clockOf(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? '0');
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/** The local day and hour by the clock of this machine. */
export function localNow(timeZone: string): LocalMoment {
  return localMoment(timeZone, new Date());
}
