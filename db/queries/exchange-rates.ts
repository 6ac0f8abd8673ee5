import { and, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Rate } from '@/lib/domain/exchange';
import { knownBy, type Moment } from '../expressions';
import { exchangeRates } from '../schema/exchange-rates';
import type { Tx } from '../scope';

/** A rate with its day and who published it: how a rate is always shown. */
export interface DocumentRate {
  readonly rateToBase: Rate;
  readonly rateOn: PlainDate;
  readonly rateSource: string;
}

/** A currency on a day, as a key of what `ratesOn` answers. */
export function rateKey(currency: string, day: PlainDate): string {
  return `${currency} ${day}`;
}

/**
 * The last known rate on or before each day, by `rateKey`; absent where none is known. Of several of one day, the last
 * recorded.
 */
export async function ratesOn(
  tx: Tx,
  wanted: readonly { readonly currency: string; readonly on: PlainDate }[],
  knownAt: Moment['knownAt'] = null,
): Promise<Map<string, DocumentRate>> {
  const pairs = [...new Map(wanted.map((each) => [rateKey(each.currency, each.on), each])).values()];
  if (pairs.length === 0) return new Map();
  const known = knownBy(exchangeRates.recordedAt, { knownAt });
  const rows = await tx.execute<{ key: string; rate: Rate; rate_on: PlainDate; source: string }>(sql`
    select w.currency || ' ' || w."on" as key, r.rate::text as rate, r.rate_on::text as rate_on, r.source
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as w (currency text, "on" date)
    cross join lateral (
      select ${exchangeRates.rateToBase} as rate, ${exchangeRates.rateOn} as rate_on, ${exchangeRates.source} as source
      from ${exchangeRates}
      where ${exchangeRates.currency} = w.currency and ${exchangeRates.rateOn} <= w."on" and ${known ?? sql`true`}
      order by ${exchangeRates.rateOn} desc, ${exchangeRates.recordedAt} desc limit 1) as r`);
  return new Map(
    rows.map(({ key, rate, rate_on, source }) => [
      key,
      { rateToBase: rate, rateOn: rate_on, rateSource: source },
    ]),
  );
}

/** A rate as it was entered. */
export interface ExchangeRateRow extends DocumentRate {
  readonly id: string;
  readonly currency: string;
  readonly recordedAt: Date;
  /** Whether a later record of the same day replaced it. */
  readonly isSuperseded: boolean;
}

/** Which rates are meant; all of them when nothing is given. Days are included. */
export interface RateFilter {
  readonly currency?: string | undefined;
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

/** Rates, newest day first, those that were replaced too; one page after `offset`. */
export function exchangeRateList(
  tx: Tx,
  { currency, from, to }: RateFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ExchangeRateRow[]> {
  const conditions: (SQL | undefined)[] = [
    currency ? eq(exchangeRates.currency, currency) : undefined,
    from ? gte(exchangeRates.rateOn, from) : undefined,
    to ? lte(exchangeRates.rateOn, to) : undefined,
  ];
  return tx
    .select({
      id: exchangeRates.id,
      currency: exchangeRates.currency,
      rateOn: exchangeRates.rateOn,
      rateToBase: exchangeRates.rateToBase,
      rateSource: exchangeRates.source,
      recordedAt: exchangeRates.recordedAt,
      // Columns are written out: alone in a query a table goes unnamed, and "later" would mean itself.
      isSuperseded: sql<boolean>`exists (select from exchange_rates later
        where later.currency = exchange_rates.currency and later.rate_on = exchange_rates.rate_on
          and later.recorded_at > exchange_rates.recorded_at)`,
    })
    .from(exchangeRates)
    .where(and(...conditions))
    .orderBy(desc(exchangeRates.rateOn), exchangeRates.currency, desc(exchangeRates.recordedAt))
    .limit(limit)
    .offset(offset);
}
