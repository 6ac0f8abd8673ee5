import { addDays, later, type PlainDate } from '@/lib/domain/dates';
import { businessDay, businessDayBefore, type Period, progressOf, weekdayOf } from './calendar';
import type { Habit } from './plan';
import type { Random } from './random';

/** How a customer pays: how late as a rule, on which days, and when it stopped. */
export interface Temper {
  readonly habit: Habit;
  readonly usualDaysLate: number;
  /** Pays on this weekday only, 1 for Monday to 5; null on any working day. */
  readonly runWeekday: number | null;
  /** The last day on which it paid; null while it still does. */
  readonly quietOn: PlainDate | null;
}

/** The habits that are dealt; who is slipping is chosen among the prompt. */
const HABITS: readonly (readonly [Habit, number])[] = [
  ['prompt', 27],
  ['usual', 31],
  ['slow', 19],
  ['erratic', 12],
  ['drifting', 7],
  ['quiet', 4],
];

/** This share of the invoices is mislaid and paid months later. */
const MISLAID = 0.027;

/** The habits of `count` customers, in the proportions of a usual portfolio: at least one of each from 25 on. */
export function dealHabits(random: Random, count: number): Habit[] {
  const dealt: Habit[] = [];
  const total = HABITS.reduce((sum, [, weight]) => sum + weight, 0);
  let reached = 0;
  for (const [habit, weight] of HABITS) {
    reached += weight;
    while (dealt.length < Math.round((reached / total) * count)) dealt.push(habit);
  }
  return random.shuffled(dealt);
}

/** A customer's own way within its habit. */
export function temperOf(random: Random, habit: Habit, { today }: Period): Temper {
  const usualDaysLate = {
    prompt: -3,
    usual: random.int(5, 12),
    slow: random.int(24, 46),
    erratic: 2,
    drifting: random.int(30, 55),
    quiet: random.int(4, 14),
    slipping: -3,
  }[habit];
  return {
    habit,
    usualDaysLate,
    runWeekday: random.chance(0.6) ? random.int(1, 5) : null,
    quietOn: habit === 'quiet' ? addDays(today, -random.int(110, 200)) : null,
  };
}

/** The day on which an invoice is paid, perhaps after today; null when its customer had gone quiet by then. */
export function payDay(
  random: Random,
  temper: Temper,
  invoice: { readonly day: PlainDate; readonly dueOn: PlainDate; readonly period: Period },
): PlainDate | null {
  const lateness = daysLate(random, temper, progressOf(invoice.day, invoice.period));
  const mislaid = random.chance(MISLAID) ? random.int(30, 230) : 0;
  const wanted = later(addDays(invoice.day, 1), addDays(invoice.dueOn, Math.round(lateness + mislaid)));
  const day = onRunDay(wanted, temper.runWeekday);
  if (temper.habit === 'slipping') return slippedDay(day, invoice);
  return temper.quietOn !== null && day > temper.quietOn ? null : day;
}

/** How often somebody pays who lets weeks go by, and for how many of such rounds it has. */
const ROUND_DAYS = 21;
const ROUNDS = 5;
/** What is due for less waits for the next round, but for the last, which pays everything. */
const WAITS_DAYS = 5;

/** Until some months ago as ever; since then all that is due every third week, the last time yesterday. */
function slippedDay(
  usual: PlainDate,
  { dueOn, period: { today } }: { readonly dueOn: PlainDate; readonly period: Period },
): PlainDate {
  const rounds = Array.from({ length: ROUNDS }, (_, i) =>
    businessDayBefore(addDays(today, -1 - ROUND_DAYS * (ROUNDS - 1 - i))),
  );
  const [first = today] = rounds;
  if (dueOn < addDays(first, -ROUND_DAYS)) return usual < first ? usual : first;
  if (dueOn >= today) return later(dueOn, addDays(today, 1));
  return rounds.find((round) => round >= addDays(dueOn, WAITS_DAYS)) ?? rounds.at(-1) ?? usual;
}

/** The first day from `day` on which such a customer pays. */
export function onRunDay(day: PlainDate, runWeekday: number | null): PlainDate {
  if (runWeekday === null) return businessDay(day);
  return addDays(day, (runWeekday - weekdayOf(day) + 7) % 7);
}

function daysLate(random: Random, { habit, usualDaysLate }: Temper, progress: number): number {
  if (habit === 'erratic') return random.chance(0.5) ? random.normal(2, 4) : 8 + random.exponential(30);
  if (habit === 'drifting') return usualDaysLate * progress ** 1.6 + random.normal(0, 5);
  return random.normal(usualDaysLate, habit === 'slow' ? 8 : 3.5);
}
