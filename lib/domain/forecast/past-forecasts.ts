import { type Minor, toMinor, ZERO } from '../money';
import { type Block, chanceOf, weeklyBlocks, weekOf } from './blocks';
import { varianceOf } from './cash-sum';
import type { ClaimedDebit } from './claimed';
import type { DayNumber } from './delays';
import { paidByOn } from './distribution';
import { type Habits, learn, learnLoss, type Payable, type Settled } from './habits';
import type { Pooling } from './pooling';

/** A payment on an invoice, or a part of one that was written off, and the day from which it could be known. */
export interface Observation extends Settled {
  readonly countsFrom: DayNumber;
  readonly isLoss: boolean;
}

/** What lowered a debit on a day; below 0 raised it again. */
export interface Movement {
  readonly on: DayNumber;
  readonly amountMinor: Minor;
  readonly isPayment: boolean;
}

/** A debit that was open on one of the last days, as of today, and what moved it since the first of them. */
export interface PastDebit extends Payable {
  readonly raisedOn: DayNumber;
  readonly openMinor: Minor;
  readonly movements: readonly Movement[];
}

/** All that forecasts of past days are made of. */
export interface Past {
  /** What was known before the first of those days, anew each time. */
  readonly habitsBefore: (pooling: Pooling) => Habits;
  /** What was seen since, in the order in which it counts. */
  readonly observations: readonly Observation[];
  readonly debits: readonly PastDebit[];
  readonly today: DayNumber;
}

/** What a day's open book was forecast to pay in a stretch of weeks, by habit and by due days, and what it paid. */
export interface PastAmount {
  readonly forecast: number;
  /** The variance that chance alone gives it. */
  readonly variance: number;
  readonly due: number;
  readonly actual: number;
}

/** The forecast made on a day: week by week and for all of them, as far as they are over. */
export interface PastForecast {
  readonly origin: DayNumber;
  readonly weeks: readonly PastAmount[];
  readonly total: PastAmount | null;
}

/** Takes in what counts by the end of `today`, from the observation `known` on; answers how many are taken in then. */
export function learnUntil(
  habits: Habits,
  observations: readonly Observation[],
  { known, today }: { readonly known: number; readonly today: DayNumber },
): number {
  let count = known;
  for (let next = observations[count]; next && next.countsFrom <= today; next = observations[count]) {
    if (next.isLoss) learnLoss(habits, next.share);
    else learn(habits, next);
    count += 1;
  }
  return count;
}

/**
 * What would have been forecast at the close of past days, oldest first, from nothing but what counted by then, each for `weeks`
 * weeks of the book that was open. What was contested or promised then is not looked at.
 */
export function pastForecasts(
  past: Past,
  origins: readonly DayNumber[],
  { pooling, weeks }: { readonly pooling: Pooling; readonly weeks: number },
): PastForecast[] {
  const habits = past.habitsBefore(pooling);
  let known = 0;
  return origins.map((origin) => {
    known = learnUntil(habits, past.observations, { known, today: origin });
    const book = past.debits.flatMap((debit) => openAt(debit, origin));
    const horizon = { today: origin, weeks, settled: habits };
    const blocks = weeklyBlocks(book.map(asClaimed), paidByOn(habits, origin), horizon);
    const over = Math.min(weeks, Math.floor((past.today - origin) / 7));
    const stretch = (from: number, to: number) => pastAmount({ book, blocks }, { origin, from, to });
    return {
      origin,
      weeks: Array.from({ length: over }, (_, week) => stretch(week, week + 1)),
      total: over === weeks ? stretch(0, weeks) : null,
    };
  });
}

/** A debit as it was open on a day. */
interface OpenThen {
  readonly debit: PastDebit;
  readonly openMinor: Minor;
}

function openAt(debit: PastDebit, origin: DayNumber): OpenThen[] {
  if (debit.raisedOn > origin) return [];
  let open: number = debit.openMinor;
  for (const { on, amountMinor } of debit.movements) if (on > origin) open += amountMinor;
  return open > 0 ? [{ debit, openMinor: toMinor(open) }] : [];
}

function asClaimed({ debit, openMinor }: OpenThen): ClaimedDebit {
  return {
    ...debit,
    itemId: '',
    documentId: '',
    openMinor,
    freeMinor: openMinor,
    disputedMinor: ZERO,
    promised: [],
  };
}

/** Weeks of an origin, from one up to, not including, another. */
interface Stretch {
  readonly origin: DayNumber;
  readonly from: number;
  readonly to: number;
}

function pastAmount(
  { book, blocks }: { readonly book: readonly OpenThen[]; readonly blocks: readonly Block[] },
  { origin, from, to }: Stretch,
): PastAmount {
  const isIn = (day: DayNumber) => {
    const week = weekOf(day, { today: origin, weeks: to });
    return day > origin && week >= from && week < to;
  };
  let [due, actual, forecast, variance] = [0, 0, 0, 0];
  for (const { debit, openMinor } of book) {
    if (isIn(Math.max(debit.dueOn, debit.dueOn === origin ? origin + 1 : 0))) due += openMinor;
    for (const { on, amountMinor, isPayment } of debit.movements)
      if (isPayment && isIn(on)) actual += amountMinor;
  }
  for (const block of blocks) {
    const chance = chanceOf(block, { from, to });
    forecast += chance.amount * chance.probability;
    variance += varianceOf(chance);
  }
  return { forecast, variance, due, actual };
}
