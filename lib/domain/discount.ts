import type { PlainDate } from './dates';
import { percentOf } from './invoice-lines';
import { type Minor, scale, split, toMinor, ZERO } from './money';

/** What an invoice offers for paying early: a percentage of what is paid for, or a flat amount for paying all of it. */
export interface DiscountTerms {
  /** Exact decimal as text, above 0 and below 100; null when the discount is flat. */
  readonly percent: string | null;
  /** Above 0; null when it is a percentage. */
  readonly amountMinor: Minor | null;
  /** The last day on which it can be taken. */
  readonly until: PlainDate;
}

/** The discount for paying all that is open on a day, 0 after its last day. What is to be paid is the rest. */
export function availableDiscount(
  terms: DiscountTerms | null,
  { openMinor, on }: { readonly openMinor: Minor; readonly on: PlainDate },
): Minor {
  if (!terms || on > terms.until || openMinor <= 0) return ZERO;
  const whole = terms.percent === null ? (terms.amountMinor ?? ZERO) : percentOf(openMinor, terms.percent);
  return toMinor(Math.min(whole, openMinor));
}

/**
 * The discount that paying `paidMinor` on a day earns. In the window a payment p settles p / (1 - d): 490.00 at 2 % settles
 * 500.00. A flat discount is earned only when all the rest is paid. Payment and discount never exceed what is open.
 */
export function earnedDiscount(
  terms: DiscountTerms | null,
  {
    openMinor,
    paidMinor,
    on,
  }: { readonly openMinor: Minor; readonly paidMinor: Minor; readonly on: PlainDate },
): Minor {
  const whole = availableDiscount(terms, { openMinor, on });
  if (whole === 0 || paidMinor <= 0) return ZERO;
  const left = Math.max(0, openMinor - paidMinor);
  if (left <= whole) return toMinor(left);
  return terms?.percent ? shareOf(paidMinor, terms.percent) : ZERO;
}

/** The parts of a discount that lower the net and the tax of its invoice: in proportion, by the largest remainder. */
export function splitDiscount(
  discountMinor: Minor,
  invoice: { readonly amountMinor: Minor; readonly taxMinor: Minor },
): { netMinor: Minor; taxMinor: Minor } {
  // A rebate line may leave a net or a tax below zero, which no part can be taken of.
  const weights = [invoice.amountMinor - invoice.taxMinor, invoice.taxMinor].map((part) => Math.max(0, part));
  const [netMinor = discountMinor, taxMinor = ZERO] = split(discountMinor, weights);
  return { netMinor, taxMinor };
}

/** What is to be paid of instalments, in order of their due days, when a discount is taken off the last of them first. */
export function lessDiscount<T extends { readonly openMinor: Minor }>(
  items: readonly T[],
  discountMinor: Minor,
): T[] {
  let left: number = discountMinor;
  const reduced = items.toReversed().map((item) => {
    const cut = Math.min(left, item.openMinor);
    left -= cut;
    return { ...item, openMinor: toMinor(item.openMinor - cut) };
  });
  return reduced.toReversed();
}

/** p / (1 - d) - p: what comes on top of a partial payment. */
function shareOf(paidMinor: Minor, percent: string): Minor {
  const fraction = percent.split('.')[1] ?? '';
  const hundred = 100n * 10n ** BigInt(fraction.length);
  const rate = BigInt(percent.replace('.', ''));
  return toMinor(scale(paidMinor, hundred, hundred - rate) - paidMinor);
}
