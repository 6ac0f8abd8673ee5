import type { PlainDate } from '@/lib/domain/dates';
import { inBase } from '@/lib/domain/exchange';
import { type Minor, sumOf } from '@/lib/domain/money';
import type { Moment } from '../expressions';
import type { Tx } from '../scope';
import { type DocumentRate, rateKey, ratesOn } from './exchange-rates';

interface CurrencyAmount {
  readonly currency: string;
  readonly amountMinor: Minor;
}

/** Amounts of several currencies as one of the base currency, with every rate that it was made with. */
export interface BaseTotal {
  readonly asOf: PlainDate;
  /** The sum of the parts, and of nothing else. */
  readonly totalMinor: Minor;
  /** Each rounded once; `rate` is null in the base currency itself. */
  readonly parts: readonly (CurrencyAmount & {
    readonly baseMinor: Minor;
    readonly rate: DocumentRate | null;
  })[];
  /** What could not be added, for want of a rate. */
  readonly withoutRate: readonly CurrencyAmount[];
}

/** Adds amounts of different currencies up in the base currency, at the last rates known on the day of the moment. */
export async function baseTotal(
  tx: Tx,
  base: string,
  { asOf, knownAt }: Moment,
  amounts: readonly CurrencyAmount[],
): Promise<BaseTotal> {
  const foreign = amounts.filter(({ currency }) => currency !== base);
  const rates = await ratesOn(
    tx,
    foreign.map(({ currency }) => ({ currency, on: asOf })),
    knownAt,
  );
  const valued = amounts.map(({ currency, amountMinor }) => {
    const rate = rates.get(rateKey(currency, asOf)) ?? null;
    const baseMinor = inBase(amountMinor, rate?.rateToBase ?? null, currency, base);
    return { currency, amountMinor, rate, baseMinor };
  });
  const parts = valued.flatMap(({ baseMinor, ...part }) =>
    baseMinor === null ? [] : [{ ...part, baseMinor }],
  );
  const withoutRate = valued
    .filter((part) => part.baseMinor === null)
    .map(({ currency, amountMinor }) => ({ currency, amountMinor }));
  return { asOf, totalMinor: sumOf(parts.map((part) => part.baseMinor)), parts, withoutRate };
}
