import { and, eq, gte, notExists } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { EVERYBODY } from '@/lib/domain/forecast/kept-habits';
import { delaySums, forecastTests } from '../schema/delay-sums';
import type { Tx } from '../scope';

/** Currencies in which invoices were ever settled and forecasts were not looked back on that day. */
export async function staleLookBacks(tx: Tx, on: PlainDate): Promise<string[]> {
  const done = tx
    .select()
    .from(forecastTests)
    .where(and(eq(forecastTests.currency, delaySums.currency), gte(forecastTests.asOf, on)));
  const rows = await tx
    .selectDistinct({ currency: delaySums.currency })
    .from(delaySums)
    .where(and(eq(delaySums.customerId, EVERYBODY), notExists(done)));
  return rows.map(({ currency }) => currency);
}
