import { sql } from 'drizzle-orm';
import type { LookBack } from '../queries/look-back';
import { forecastTests } from '../schema/delay-sums';
import type { Tx } from '../scope';

/** Keeps a look back in place of the organization's last one in that currency, so that forecasts need not make their own. */
export async function recordLookBack(
  tx: Tx,
  currency: string,
  { asOf, pooling, error, weeks }: LookBack,
): Promise<void> {
  const made = { asOf, pooling: pooling.name, found: { error, weeks }, madeAt: sql`now()` };
  await tx
    .insert(forecastTests)
    .values({ currency, ...made })
    .onConflictDoUpdate({ target: [forecastTests.orgId, forecastTests.currency], set: made });
}
