import type { Minor } from '../../domain/money';
import type { PaperFact } from '../facts';
import type { Reason } from '../reasons';

/** The amounts of a paper as magnitudes. */
export interface Money {
  readonly totalMinor: Minor;
  readonly taxMinor: Minor;
  /** Null: not said, or of a credit memo. */
  readonly paidMinor: Minor | null;
  /** Null: neither a balance nor what was paid is said. */
  readonly openMinor: Minor | null;
  readonly isVoid: boolean;
}

/** Whether the amounts and the status of a paper contradict each other; null when they do not. */
export function moneyProblem(
  object: PaperFact['object'],
  status: string | null,
  { totalMinor, taxMinor, paidMinor, openMinor, isVoid }: Money,
): Reason | null {
  const wrong = 'does_not_add_up';
  if (taxMinor > totalMinor) return wrong;
  if (isVoid) return openMinor === null || openMinor === 0 || openMinor === totalMinor ? null : wrong;
  if (openMinor === null) return status === 'PARTIALLY_PAID' || status === 'PAID' ? wrong : null;
  if (openMinor < 0 || openMinor > totalMinor) return wrong;
  if (object === 'invoice' && paidMinor !== null && totalMinor - paidMinor !== openMinor) return wrong;
  if (status === 'PAID' && openMinor !== 0) return wrong;
  if (status === 'OVERDUE' && openMinor === 0) return wrong;
  if (status === 'PARTIALLY_PAID' && (openMinor === 0 || openMinor === totalMinor)) return wrong;
  return null;
}
