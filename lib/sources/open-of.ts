import { type Minor, sumOf, toMinor, ZERO } from '../domain/money';
import type { Fact } from './facts';

/** What a row leaves open by what its own books say: a credit is below 0; null when they do not say, or there is nothing to owe. */
export function openOf(fact: Fact): Minor | null {
  if (fact.object === 'contact') return null;
  if (fact.voidedOn !== null) return ZERO;
  if (fact.object === 'invoice') return fact.openMinor;
  if (fact.object === 'credit_memo') return fact.openMinor === null ? null : toMinor(-fact.openMinor);
  const used = fact.parts.map(({ object, amountMinor }) =>
    object === 'invoice' ? amountMinor : toMinor(-amountMinor),
  );
  return toMinor(sumOf(used) - fact.totalMinor);
}
