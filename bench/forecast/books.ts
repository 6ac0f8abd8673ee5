// What a forecast costs on books of a size: reading habits and debits from the ledger, learning, forecasting, looking back.
import postgres from 'postgres';
import { forecast } from '@/db/queries/forecast';
import { pastDebits } from '@/db/queries/past-debits';
import { paymentHabits } from '@/db/queries/payment-habits';
import { withScope } from '@/db/scope';
import { toPlainDate } from '@/lib/domain/dates';
import { BACKTEST_WEEKS, backtest } from '@/lib/domain/forecast/backtest';
import { cashForecast } from '@/lib/domain/forecast/cash-forecast';
import { claimDebits } from '@/lib/domain/forecast/claimed';
import { dayNumber } from '@/lib/domain/forecast/delays';
import { paidByOn } from '@/lib/domain/forecast/distribution';
import { noHabits } from '@/lib/domain/forecast/habits';
import { lossRate } from '@/lib/domain/forecast/loss';
import { learnUntil } from '@/lib/domain/forecast/past-forecasts';
import { benchActor } from '../actor';
import { fillBooks } from '../fill-books';
import { row } from '../measure';

const TODAY = toPlainDate('2026-06-30');
/** Nothing is refused for taking long here. */
const WITHIN = 300_000;

/** Prints milliseconds of each part of a forecast, and of all of it as a page asks for it, for each size. */
export async function benchForecastBooks(ownerUrl: string, sizes: readonly number[]): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  process.stdout.write(
    `\n${row('forecast, ms', 'read habits', 'read debits', 'learn', 'forecast', 'look back', 'all')}\n`,
  );
  for (const size of sizes) {
    const { orgId } = await fillBooks(owner, size, TODAY);
    process.stdout.write(`${await measured(orgId, size)}\n`);
  }
  await owner.end({ timeout: 5 });
}

async function measured(orgId: string, size: number): Promise<string> {
  const at = { asOf: TODAY, knownAt: null, currency: 'USD' };
  const today = dayNumber(TODAY);
  return withScope(
    benchActor(orgId),
    'read',
    async (tx) => {
      const [all] = await inMs(() => forecast(tx, at, { weeks: 8 }));
      const [readHabits, found] = await inMs(() => paymentHabits(tx, at));
      const [readDebits, debits] = await inMs(() => pastDebits(tx, at, 7 * BACKTEST_WEEKS));
      const observations = found.toSorted((a, b) => a.countsFrom - b.countsFrom);
      const [lookBack, { pooling, error }] = await inMs(() => backtest({ observations, debits, today }));
      const [learn, habits] = await inMs(() => {
        const fresh = noHabits(pooling);
        learnUntil(fresh, observations, { known: 0, today });
        return fresh;
      });
      const open = debits.filter(({ openMinor }) => openMinor > 0);
      const book = claimDebits(open, { disputes: [], promises: [] });
      const horizon = { today, weeks: 8, lossRate: lossRate(habits) };
      const [ahead] = await inMs(() => cashForecast(book, paidByOn(habits, today), { horizon, error }));
      const label = `${size.toLocaleString('en-US')} invoices, ${open.length.toLocaleString('en-US')} open`;
      return row(label, ...[readHabits, readDebits, learn, ahead, lookBack, all].map(Math.round));
    },
    WITHIN,
  );
}

async function inMs<T>(work: () => T | Promise<T>): Promise<[number, T]> {
  const begun = performance.now();
  const result = await work();
  return [performance.now() - begun, result];
}
