import { type OpenDebit, oldestFirst, type Part } from './allocation';
import { type Minor, sumOf, toMinor } from './money';

/** What paying an amount does to what was chosen. `amountMinor + creditUsedMinor` is the parts and the surplus together. */
export interface PayPlan {
  readonly parts: readonly Part[];
  /** Credit of the account that is used beside the amount. */
  readonly creditUsedMinor: Minor;
  /** What nothing chosen can take; it stays on the account. Above 0 only when no credit is used. */
  readonly surplusMinor: Minor;
  /** What stays due of what was chosen. */
  readonly remainingMinor: Minor;
}

/** Pays the chosen items, oldest due first, with an amount and as much credit as is still missing after it. */
export function payPlan(
  chosen: readonly OpenDebit[],
  { amountMinor, creditMinor }: { readonly amountMinor: Minor; readonly creditMinor: Minor },
): PayPlan {
  const total = sumOf(chosen.map((item) => item.openMinor));
  const creditUsedMinor = toMinor(Math.min(creditMinor, Math.max(0, total - amountMinor)));
  const { parts, unappliedMinor } = oldestFirst(toMinor(amountMinor + creditUsedMinor), chosen);
  const remainingMinor = toMinor(total - sumOf(parts.map((part) => part.amountMinor)));
  return { parts, creditUsedMinor, surplusMinor: unappliedMinor, remainingMinor };
}
