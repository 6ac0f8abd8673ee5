import { eq, ne, sql } from 'drizzle-orm';
import { decimalsOf } from '@/lib/domain/currencies';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { countRows, type Moment, openItemsAt, sumMinor } from '../expressions';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { type DocumentRate, rateKey, ratesOn } from './exchange-rates';

/** What is open in one currency, and what it would gain if it were settled at the rate of the day. */
export interface UnrealisedDifference {
  readonly currency: string;
  readonly openMinor: Minor;
  /** The rate of the day; null when none was known, and then there is no gain to tell. */
  readonly closing: DocumentRate | null;
  /** In the base currency, of the items with a rate of their own; above 0 is a gain. Null without a rate of the day. */
  readonly gainMinor: Minor | null;
  /** Open items that were posted without a rate, and what is open of them: part of `openMinor`, not of the gain. */
  readonly withoutRate: { readonly count: number; readonly openMinor: Minor };
}

/**
 * Per currency other than `base`, by code: each open item at the rate of the day less itself at its own, rounded item by item.
 * The twin in TypeScript is `unrealisedGain`.
 */
export async function unrealisedDifferences(
  tx: Tx,
  base: string,
  moment: Moment,
): Promise<UnrealisedDifference[]> {
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  const found = await tx
    .select({ currency: items.currency, openMinor: sumMinor(items.openMinor) })
    .from(items)
    .where(ne(items.currency, base))
    .groupBy(items.currency)
    .orderBy(items.currency);
  const rates = await ratesOn(
    tx,
    found.map(({ currency }) => ({ currency, on: moment.asOf })),
    moment.knownAt,
  );
  const differences: UnrealisedDifference[] = [];
  for (const { currency, openMinor } of found) {
    const closing = rates.get(rateKey(currency, moment.asOf)) ?? null;
    const shift = sql.raw(`1e${decimalsOf(base) - decimalsOf(currency)}`);
    const own = sql`round(${items.openMinor} * ${documents.rateToBase} * ${shift})`;
    const atClosing = sql`round(${items.openMinor} * ${closing?.rateToBase ?? null}::numeric * ${shift})`;
    const isRated = sql`${documents.rateToBase} is not null`;
    const [row] = await tx
      .select({
        gainMinor: sql<string>`coalesce(sum(${atClosing} - ${own}), 0)::text`,
        count: countRows(sql`not ${isRated}`),
        unratedMinor: sumMinor(items.openMinor, sql`not ${isRated}`),
      })
      .from(items)
      .innerJoin(documents, eq(documents.id, items.documentId))
      .where(eq(items.currency, currency));
    const { gainMinor = '0', count = 0, unratedMinor = ZERO } = row ?? {};
    differences.push({
      currency,
      openMinor,
      closing,
      gainMinor: closing && exactOrNull(gainMinor),
      withoutRate: { count, openMinor: unratedMinor },
    });
  }
  return differences;
}

/** Null for a sum that is larger than an amount can be. */
function exactOrNull(digits: string): Minor | null {
  return Number.isSafeInteger(Number(digits)) ? toMinor(digits) : null;
}
