import { z } from 'zod';
import type { Moment } from '@/db/expressions';
import { currenciesInUse } from '@/db/queries/currencies';
import { AsOf, Currency, InCurrency, KnownAt } from '../_api/fields';
import type { Call } from '../_api/operation';

/** A share in percent. */
export const Percent = z
  .number()
  .nullable()
  .meta({ description: 'From 0 to 100; null when nothing is open.' });

/** What every answer of one currency says beside its figures. */
export const InAll = {
  currency: Currency,
  other_currencies: z
    .int()
    .meta({ description: 'Further currencies in which something is open; they are in no figure.' }),
};

/** What a figure of one currency can be asked. */
export const ByCurrency = z.strictObject({ ...AsOf, ...KnownAt, ...InCurrency });

/** In how many currencies besides this one something is open. */
export async function otherCurrencies(
  { tx }: Pick<Call, 'tx'>,
  moment: Moment,
  currency: string,
): Promise<number> {
  const used = await currenciesInUse(tx, moment);
  return used.filter((each) => each !== currency).length;
}

/** To two decimals; null of nothing. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 100;
}
