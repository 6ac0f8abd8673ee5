import type { Minor } from './money';

/** How much staff may write off at once, in the base currency; null for any amount. */
export interface WriteOffLimit {
  readonly currency: string;
  readonly writeOffLimitMinor: Minor | null;
}

/** Whether so much may be written off at once. A limit speaks of the base currency alone: under one, nothing else may be. */
export function isWithinLimit(
  { currency, writeOffLimitMinor }: WriteOffLimit,
  written: { readonly amountMinor: Minor; readonly currency: string },
): boolean {
  if (writeOffLimitMinor === null) return true;
  return written.currency === currency && written.amountMinor <= writeOffLimitMinor;
}
