import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Moment } from '../expressions';
import { beneficiaries } from '../schema/catalogue';
import type { Tx } from '../scope';
import { currenciesInUse } from './currencies';
import { customerLabels } from './customer-labels';

/** At most so many categories are offered. */
const MAX_CATEGORIES = 200;

/** Everything that the list of customers can be narrowed to, each in order of the alphabet; currencies the most used first. */
export async function customerChoices(tx: Tx, moment: Moment, usualCurrency: string) {
  const labels = await customerLabels(tx);
  const categories = await tx
    .selectDistinct({ category: beneficiaries.category })
    .from(beneficiaries)
    .where(
      and(
        isNotNull(beneficiaries.category),
        isNotNull(beneficiaries.customerId),
        eq(beneficiaries.isActive, true),
      ),
    )
    .orderBy(asc(beneficiaries.category))
    .limit(MAX_CATEGORIES);
  const currencies = await currenciesInUse(tx, moment);
  return {
    ...labels,
    categories: categories.flatMap(({ category }) => category ?? []),
    currencies: currencies.includes(usualCurrency) ? currencies : [usualCurrency, ...currencies],
  };
}
