import type { PlainDate } from './domain/dates';
import type { Recurrence, Rhythm } from './domain/recurrence';
import { formatDay } from './format';

/** The rhythms to choose, in words. */
export const RHYTHMS: readonly { readonly every: Rhythm; readonly label: string }[] = [
  { every: 'week', label: 'Every week' },
  { every: 'month', label: 'Every month' },
  { every: 'quarter', label: 'Every three months' },
  { every: 'year', label: 'Every year' },
];

/** "Every month on the 31st, or the last day": when something repeats. */
export function rhythmWords({ every, startsOn }: Pick<Recurrence, 'every' | 'startsOn'>): string {
  const label = RHYTHMS.find((each) => each.every === every)?.label ?? '';
  if (every === 'week') return `${label} on ${formatDay(startsOn, { weekday: 'long' }).split(' ')[0]}`;
  if (every === 'year') return `${label} on ${formatDay(startsOn, { today: startsOn })}`;
  const day = Number(startsOn.slice(8));
  return `${label} on the ${day}${ending(day)}${day > 28 ? ', or the last day' : ''}`;
}

/** Whether it runs, is paused, or is over by a day. */
export function recurringState(
  { endsOn, pausedOn }: { readonly endsOn: PlainDate | null; readonly pausedOn: PlainDate | null },
  today: PlainDate,
): 'active' | 'paused' | 'ended' {
  if (endsOn !== null && endsOn < today) return 'ended';
  return pausedOn === null ? 'active' : 'paused';
}

function ending(day: number): string {
  if (day > 10 && day < 14) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th';
}
