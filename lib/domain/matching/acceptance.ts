import { type Minor, sumOf, toMinor } from '../money';
import type { Candidate, Confidence } from './proposal';

/** A line that is to be booked as it was proposed. */
export interface Accepted {
  readonly lineId: string;
  readonly confidence: Confidence;
  readonly candidate: Candidate;
}

/** What one customer gets of a line. Parts are at most the amount; the rest stays on the account. */
export interface Share {
  readonly lineId: string;
  readonly customerId: string;
  readonly amountMinor: Minor;
  readonly parts: readonly { readonly itemId: string; readonly amountMinor: Minor }[];
}

/** What of the proposals still fits the books. */
export interface Acceptance {
  /** One share per line and customer; the shares of a line are the line, to the cent. */
  readonly shares: readonly Share[];
  /** Lines whose items changed since: nothing of them is booked. */
  readonly staleIds: readonly string[];
}

/**
 * Holds proposals against what is open now, one after the other. An exact one must still pay all that is open of its items; any
 * other must find room. A customer in `closed` can take nothing.
 */
export function acceptanceOf(
  accepted: readonly Accepted[],
  openNow: ReadonlyMap<string, Minor>,
  closed: ReadonlySet<string>,
): Acceptance {
  const left = new Map<string, number>(openNow);
  const shares: Share[] = [];
  const staleIds: string[] = [];
  for (const { lineId, confidence, candidate } of accepted) {
    const fits = candidate.parts.every(({ itemId, customerId, amountMinor }) => {
      const open = left.get(itemId) ?? 0;
      return !closed.has(customerId) && (confidence === 'exact' ? open === amountMinor : open >= amountMinor);
    });
    if (!fits || closed.has(candidate.customerId)) {
      staleIds.push(lineId);
      continue;
    }
    for (const { itemId, amountMinor } of candidate.parts)
      left.set(itemId, (left.get(itemId) ?? 0) - amountMinor);
    shares.push(...sharesOf(lineId, candidate));
  }
  return { shares, staleIds };
}

/** A line's money by customer: each gets what its own items take, the payer the rest as well. */
function sharesOf(lineId: string, { customerId, parts, unappliedMinor }: Candidate): Share[] {
  const customerIds = new Set(parts.map((part) => part.customerId));
  if (unappliedMinor > 0) customerIds.add(customerId);
  return [...customerIds].map((id) => {
    const own = parts.filter((part) => part.customerId === id);
    const rest = id === customerId ? unappliedMinor : 0;
    return {
      lineId,
      customerId: id,
      amountMinor: toMinor(sumOf(own.map((part) => part.amountMinor)) + rest),
      parts: own.map(({ itemId, amountMinor }) => ({ itemId, amountMinor })),
    };
  });
}
