import { addDays, type PlainDate } from '@/lib/domain/dates';
import { missedShare } from '@/lib/domain/forecast/backtest';
import { type AmountRange, cashForecast } from '@/lib/domain/forecast/cash-forecast';
import { type ClaimedDebit, claimDebits } from '@/lib/domain/forecast/claimed';
import { type DayNumber, dayNumber, dayOf } from '@/lib/domain/forecast/delays';
import { paidByOn } from '@/lib/domain/forecast/distribution';
import { dueByWeek } from '@/lib/domain/forecast/due-by-week';
import { isExpected } from '@/lib/domain/forecast/expected-day';
import type { PoolingName } from '@/lib/domain/forecast/pooling';
import { largestFirst } from '@/lib/domain/largest-first';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { BooksAt } from '../expressions';
import type { Tx } from '../scope';
import { claimsAt } from './claims-at';
import { type ExpectedPayment, expectedPayments } from './expected-payments';
import { pastHabits } from './habits';
import { type LookBack, lookBack } from './look-back';
import { openBook } from './open-book';

/** A week to come. */
interface ForecastWeek extends AmountRange {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** What it would be if every invoice were paid on its due day, or on the day for which it was promised. */
  readonly dueMinor: Minor;
}

/** The cash that the open book is expected to bring. Expected weeks, later, lost and disputed add up to what is open. */
export interface Forecast {
  readonly weeks: readonly ForecastWeek[];
  /** The first four weeks together, or fewer when fewer were asked for. */
  readonly total: AmountRange & { readonly to: PlainDate };
  readonly laterMinor: Minor;
  readonly lostMinor: Minor;
  readonly disputedMinor: Minor;
  readonly openMinor: Minor;
  /** How far customers' own payments counted, by the backtest. */
  readonly pooling: PoolingName;
  /** Invoices settled by payments that it was made from, parts of them as parts, to four decimals. */
  readonly paymentCount: number;
  /** The last twelve weekly forecasts that were looked back on, oldest first, and what they missed of what came, in percent; null when nothing came. */
  readonly backtest: {
    readonly weeks: LookBack['weeks'];
    readonly missedPercent: number | null;
    readonly dueMissedPercent: number | null;
  };
  /** The largest open invoices, contested ones left out. */
  readonly largest: readonly ExpectedPayment[];
}

/** Invoices that are told one by one. */
const LARGEST = 20;

/** What the open book will bring in the `weeks` after the moment, from nothing but what had happened and was known by then. */
export async function forecast(
  tx: Tx,
  at: BooksAt,
  { weeks }: { readonly weeks: number },
): Promise<Forecast> {
  const today = dayNumber(at.asOf);
  const { pooling, error, weeks: past } = await lookBack(tx, at);
  const debits = await openBook(tx, at);
  const asked = { until: at.asOf, items: debits, poolings: [pooling] };
  const habits = (await pastHabits(tx, at, asked)).until(pooling);
  const book = claimDebits(debits, await claimsAt(tx, at));
  const paidBy = paidByOn(habits, today);
  const horizon = { today, weeks, settled: habits };
  const { weeks: amounts, total, ...rest } = cashForecast(book, paidBy, { horizon, error });
  const due = dueByWeek(book, horizon);
  return {
    weeks: amounts.map((amount, week) => ({
      ...weekAfter(today, week),
      ...amount,
      dueMinor: due[week] ?? toMinor(0),
    })),
    total: { ...total, to: addDays(at.asOf, 7 * total.weeks) },
    ...rest,
    pooling: pooling.name,
    paymentCount: withoutRounding(habits.paid),
    backtest: { weeks: past, ...missedIn(past) },
    largest: await expectedPayments(tx, largestOf(book), { habits, paidBy, today }),
  };
}

/** What is left of parts that were added up and taken out again is rounding, and no payment. */
function withoutRounding(sum: number): number {
  return Math.round(sum * 10_000) / 10_000 + 0;
}

function weekAfter(today: DayNumber, week: number): { from: PlainDate; to: PlainDate } {
  return { from: dayOf(today + 7 * week + 1), to: dayOf(today + 7 * week + 7) };
}

function missedIn(past: LookBack['weeks']): Pick<Forecast['backtest'], 'missedPercent' | 'dueMissedPercent'> {
  const missed = missedShare(
    past.map((week) => ({ forecast: week.forecastMinor, due: week.dueMinor, actual: week.actualMinor })),
  );
  return {
    missedPercent: missed && 100 * missed.byHabit,
    dueMissedPercent: missed && 100 * missed.byDueDate,
  };
}

function largestOf(book: readonly ClaimedDebit[]): ClaimedDebit[] {
  return largestFirst(book.filter(isExpected), LARGEST, ({ openMinor }) => openMinor).slice(0, LARGEST);
}
