import { asc } from 'drizzle-orm';
import { taxRates } from '../schema/tax-rates';
import type { Tx } from '../scope';

/** A tax that lines are offered; percent is an exact decimal as text. */
export interface TaxRate {
  readonly id: string;
  readonly name: string;
  readonly percent: string;
}

/** The taxes of the business by percentage and name, at most 50. */
export function taxRateList(tx: Tx): Promise<TaxRate[]> {
  return tx
    .select({ id: taxRates.id, name: taxRates.name, percent: taxRates.percent })
    .from(taxRates)
    .orderBy(asc(taxRates.percent), asc(taxRates.name))
    .limit(50);
}
