// What a forecast costs on books of a size: reading habits and the open book, forecasting, looking back, and rebuilding the sums.
import postgres from 'postgres';
import { recordLookBack } from '@/db/commands/record-look-back';
import { forecast } from '@/db/queries/forecast';
import { pastHabits } from '@/db/queries/habits';
import { newLookBack } from '@/db/queries/look-back';
import { openBook } from '@/db/queries/open-book';
import { withScope } from '@/db/scope';
import { toPlainDate } from '@/lib/domain/dates';
import { cashForecast } from '@/lib/domain/forecast/cash-forecast';
import { claimDebits } from '@/lib/domain/forecast/claimed';
import { dayNumber } from '@/lib/domain/forecast/delays';
import { paidByOn } from '@/lib/domain/forecast/distribution';
import { benchActor } from '../actor';
import { fillBooks, fillDelaySums, vacuum } from '../fill-books';
import { row } from '../measure';

const TODAY = toPlainDate('2026-06-30');
/** Nothing is refused for taking long here. */
const WITHIN = 300_000;

/** Prints milliseconds of each part of a forecast, and of all of it as a page asks for it, for each size. */
export async function benchForecastBooks(ownerUrl: string, sizes: readonly number[]): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  process.stdout.write(
    `\n${row('forecast, ms', 'read book', 'read habits', 'forecast', 'all', 'look back', 'rebuild')}\n`,
  );
  for (const size of sizes) {
    const { orgId } = await fillBooks(owner, size, TODAY);
    await vacuum(owner);
    const [rebuild] = await inMs(() => owner.begin((tx) => rebuilt(tx, orgId)));
    process.stdout.write(`${await measured(orgId, size, rebuild)}\n`);
  }
  await owner.end({ timeout: 5 });
}

/** Counts all payments anew, as a migration does. */
async function rebuilt(tx: postgres.TransactionSql, orgId: string): Promise<void> {
  await tx`delete from delay_sums where org_id = ${orgId}`;
  await fillDelaySums(tx, orgId);
}

async function measured(orgId: string, size: number, rebuild: number): Promise<string> {
  const at = { asOf: TODAY, knownAt: null, currency: 'USD' };
  const today = dayNumber(TODAY);
  const actor = benchActor(orgId);
  const [look, found] = await inMs(() => withScope(actor, 'read', (tx) => newLookBack(tx, at), WITHIN));
  await withScope(actor, 'write', (tx) => recordLookBack(tx, at.currency, found));
  return withScope(
    actor,
    'read',
    async (tx) => {
      const [readBook, debits] = await inMs(() => openBook(tx, at));
      const [readHabits, habits] = await inMs(async () =>
        (await pastHabits(tx, at, { until: TODAY, items: debits, poolings: [found.pooling] })).until(
          found.pooling,
        ),
      );
      const book = claimDebits(debits, { disputes: [], promises: [] });
      const horizon = { today, weeks: 8, settled: habits };
      const [ahead] = await inMs(() =>
        cashForecast(book, paidByOn(habits, today), { horizon, error: found.error }),
      );
      const [all] = await inMs(() => forecast(tx, at, { weeks: 8 }));
      const label = `${size.toLocaleString('en-US')} invoices, ${debits.length.toLocaleString('en-US')} open`;
      return row(label, ...[readBook, readHabits, ahead, all, look, rebuild].map(Math.round));
    },
    WITHIN,
  );
}

async function inMs<T>(work: () => T | Promise<T>): Promise<[number, T]> {
  const begun = performance.now();
  const result = await work();
  return [performance.now() - begun, result];
}
