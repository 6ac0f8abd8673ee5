import type { SystematicError } from './cash-forecast';
import { TOTAL_WEEKS } from './cash-forecast';
import type { DayNumber } from './delays';
import { type Past, type PastAmount, type PastForecast, pastForecasts } from './past-forecasts';
import { POOLINGS, type Pooling } from './pooling';

/** How forecasts of this kind did on the organization's own past. */
export interface Backtest {
  /** The pooling that missed least, the strongest of equals. */
  readonly pooling: Pooling;
  /** What it would have said on each day, oldest first. */
  readonly forecasts: readonly PastForecast[];
  /** How far it missed beyond what chance explains. */
  readonly error: SystematicError;
}

/** Weekly forecasts that are looked back on. */
export const BACKTEST_WEEKS = 12;
/** What misses less by no more than the rounding of sums is equal. */
const CLEARLY = 1 - 1e-9;
/** Debits that poolings are tried on. */
const SAMPLE = 3_000;

/**
 * Looks at the last twelve weeks with the pooling whose weekly amounts missed least in sum. Poolings are tried on some customers
 * where there are many, which is enough to tell how alike they are; what is answered is of all of them.
 */
export function backtest(past: Past): Backtest {
  const origins = originsBefore(past.today);
  const sample = sampleOf(past);
  const tried = POOLINGS.map((pooling) => ({
    pooling,
    missed: missedIn(pastForecasts(sample, origins, { pooling, weeks: TOTAL_WEEKS })),
  }));
  const { pooling } = tried.reduce((a, b) => (b.missed < a.missed * CLEARLY ? b : a));
  const forecasts = pastForecasts(past, origins, { pooling, weeks: TOTAL_WEEKS });
  const error = {
    week: beyondChance(forecasts.flatMap(({ weeks }) => weeks.slice(0, 1))),
    total: beyondChance(forecasts.flatMap(({ total }) => total ?? [])),
  };
  return { pooling, forecasts, error };
}

/** The debits of every so many customers, so that about `SAMPLE` are left. */
function sampleOf(past: Past): Past {
  const every = Math.ceil(past.debits.length / SAMPLE);
  if (every <= 1) return past;
  const customers = [...new Set(past.debits.map(({ customerId }) => customerId))];
  const chosen = new Set(customers.filter((_, i) => i % every === 0));
  return { ...past, debits: past.debits.filter(({ customerId }) => chosen.has(customerId)) };
}

/** The days on which the last twelve weekly forecasts were due, oldest first. */
export function originsBefore(today: DayNumber): DayNumber[] {
  return Array.from({ length: BACKTEST_WEEKS }, (_, i) => today - 7 * (BACKTEST_WEEKS - i));
}

/** What weekly forecasts missed of what came, by habit and by due days: 0 is all right. Null when nothing came. */
export function missedShare(
  amounts: readonly Omit<PastAmount, 'variance'>[],
): { readonly byHabit: number; readonly byDueDate: number } | null {
  let [habit, due, came] = [0, 0, 0];
  for (const amount of amounts) {
    habit += Math.abs(amount.forecast - amount.actual);
    due += Math.abs(amount.due - amount.actual);
    came += amount.actual;
  }
  return came > 0 ? { byHabit: habit / came, byDueDate: due / came } : null;
}

function missedIn(forecasts: readonly PastForecast[]): number {
  let missed = 0;
  for (const { weeks } of forecasts)
    for (const { forecast, actual } of weeks) missed += Math.abs(forecast - actual);
  return missed;
}

/** The part of forecast amounts that they were wrong by, in the root mean square, more than by the luck of single invoices. */
function beyondChance(amounts: readonly PastAmount[]): number {
  let [excess, size] = [0, 0];
  for (const { forecast, actual, variance } of amounts) {
    excess += (forecast - actual) ** 2 - variance;
    size += forecast ** 2;
  }
  return size > 0 ? Math.sqrt(Math.max(0, excess) / size) : 0;
}
