import { and, eq, gt, lte } from 'drizzle-orm';
import { z } from 'zod';
import { addDays, type PlainDate, toPlainDate } from '@/lib/domain/dates';
import { BACKTEST_WEEKS, backtest, originsBefore } from '@/lib/domain/forecast/backtest';
import { dayNumber, dayOf } from '@/lib/domain/forecast/delays';
import { POOLINGS, type Pooling, USUAL_POOLING } from '@/lib/domain/forecast/pooling';
import { toMinor } from '@/lib/domain/money';
import type { BooksAt } from '../expressions';
import { forecastTests } from '../schema/delay-sums';
import type { Tx } from '../scope';
import { pastHabits } from './habits';
import { pastDebits } from './past-debits';

const AMOUNT = z.number().int().transform(toMinor);
const DAY = z.string().transform(toPlainDate);

/** What a look back found, as it is stored: amounts of past weeks in minor units. */
const Found = z.object({
  /** How far forecasts of a week, and of four weeks, missed beyond chance: a part of the amount. */
  error: z.object({ week: z.number(), total: z.number() }),
  /** What each past week was forecast to bring on the day before it, by habit and by due days, and what it brought of that book. */
  weeks: z.array(
    z.object({ from: DAY, to: DAY, forecastMinor: AMOUNT, dueMinor: AMOUNT, actualMinor: AMOUNT }),
  ),
});

/** How forecasts did in the twelve weeks before a day, and how far customers' own payments should count by that. */
export interface LookBack extends z.infer<typeof Found> {
  readonly asOf: PlainDate;
  readonly pooling: Pooling;
}

/** A look back may be so many days old: the weeks end a little earlier, and what is expected is up to date all the same. */
const GOOD_FOR_DAYS = 7;

/** The look back of the moment: the one that was last made, if it is recent, else a new one, which takes long in large books. */
export async function lookBack(tx: Tx, at: BooksAt): Promise<LookBack> {
  return (at.knownAt === null ? await madeLookBack(tx, at) : null) ?? newLookBack(tx, at);
}

/** How far customers' own payments count at the moment, without looking back for it: as the last look back found. */
export async function usedPooling(tx: Tx, at: BooksAt): Promise<Pooling> {
  return (await madeLookBack(tx, at))?.pooling ?? USUAL_POOLING;
}

async function madeLookBack(tx: Tx, { currency, asOf }: BooksAt): Promise<LookBack | null> {
  const { asOf: madeOf } = forecastTests;
  const isRecent = and(lte(madeOf, asOf), gt(madeOf, addDays(asOf, -GOOD_FOR_DAYS)));
  const [row] = await tx
    .select()
    .from(forecastTests)
    .where(and(eq(forecastTests.currency, currency), isRecent));
  const pooling = POOLINGS.find(({ name }) => name === row?.pooling);
  return row && pooling ? { asOf: row.asOf, pooling, ...Found.parse(row.found) } : null;
}

/** Looks back from the moment. */
export async function newLookBack(tx: Tx, at: BooksAt): Promise<LookBack> {
  const today = dayNumber(at.asOf);
  const [first = today] = originsBefore(today);
  const debits = await pastDebits(tx, at, 7 * BACKTEST_WEEKS);
  const asked = { until: dayOf(first), items: debits, poolings: POOLINGS };
  const { until, since } = await pastHabits(tx, at, asked);
  const { pooling, forecasts, error } = backtest({ habitsBefore: until, observations: since, debits, today });
  const weeks = forecasts.flatMap(({ origin, weeks: [week] }) =>
    week
      ? {
          from: dayOf(origin + 1),
          to: dayOf(origin + 7),
          forecastMinor: toMinor(Math.round(week.forecast)),
          dueMinor: toMinor(week.due),
          actualMinor: toMinor(week.actual),
        }
      : [],
  );
  return { asOf: at.asOf, pooling, error, weeks };
}
