import { type Minor, toMinor } from './money';

/** By how much a balance is over the limit, both in the customer's currency; null when it is not, or there is no limit. */
export function overLimitMinor(balanceMinor: Minor, limitMinor: Minor | null): Minor | null {
  return limitMinor !== null && balanceMinor > limitMinor ? toMinor(balanceMinor - limitMinor) : null;
}
