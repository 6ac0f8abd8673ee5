import { percentOf } from './invoice-lines';
import { type Minor, toMinor, ZERO } from './money';

/** What an invoice that is late is charged, once: a fixed part and a percentage of what is past due. */
export interface LateFeeRule {
  /** Null: no fixed part. */
  readonly amountMinor: Minor | null;
  /** Exact decimal as text; null: no percentage. */
  readonly percent: string | null;
  /** Days past due from which it is charged; null: never. */
  readonly days: number | null;
}

/** The fee for an invoice of which so much is past due. */
export function lateFee({ amountMinor, percent }: LateFeeRule, pastDueMinor: Minor): Minor {
  return toMinor((amountMinor ?? ZERO) + (percent === null ? ZERO : percentOf(pastDueMinor, percent)));
}
