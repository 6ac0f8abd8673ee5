import { type Minor, sumOf, toMinor, ZERO } from '../domain/money';
import type { Fact, FactPart } from './facts';

/** What a row leaves open by what its own books say: a credit is below 0; null when they do not say, or there is nothing to owe. */
export function openOf(fact: Fact): Minor | null {
  if (fact.object === 'contact') return null;
  if (fact.voidedOn !== null) return ZERO;
  if (fact.object === 'invoice') return fact.openMinor;
  if (fact.object === 'credit_memo') return fact.openMinor === null ? null : toMinor(-fact.openMinor);
  return unappliedOf(fact);
}

/** What a payment leaves unapplied, as the credit that it is: 0 or below, above 0 when it pays more than it has. */
export function unappliedOf({
  totalMinor,
  parts,
}: {
  readonly totalMinor: Minor;
  readonly parts: readonly FactPart[];
}): Minor {
  const used = parts.map(({ object, amountMinor }) =>
    object === 'invoice' ? amountMinor : toMinor(-amountMinor),
  );
  return toMinor(sumOf(used) - totalMinor);
}
