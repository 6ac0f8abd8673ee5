import { daysBetween, later, type PlainDate } from '@/lib/domain/dates';
import { interestOn, minorDays, type Settling } from '@/lib/domain/interest';
import { lateFee } from '@/lib/domain/late-fee';
import { type Minor, sumOf } from '@/lib/domain/money';
import type { ChargedBefore, LateItem, LateRules } from '../queries/late-invoices';

/** A fee or interest that is to be charged for one invoice. */
export interface LateCharge {
  readonly kind: 'fee' | 'interest';
  readonly invoiceId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly reason: string;
}

/** What is known of late invoices on a day. */
interface Late {
  readonly on: PlainDate;
  readonly rules: LateRules;
  readonly items: readonly LateItem[];
  readonly before: ReadonlyMap<string, ChargedBefore>;
  /** By item; empty when no interest is charged. */
  readonly settlings: ReadonlyMap<string, readonly Settling[]>;
}

/** What the rules charge on a day, invoice by invoice: its fee, once, then its interest since the last. */
export function planLateCharges(late: Late): LateCharge[] {
  const byInvoice = new Map<string, LateItem[]>();
  for (const item of late.items)
    byInvoice.set(item.documentId, [...(byInvoice.get(item.documentId) ?? []), item]);
  const charges = [...byInvoice.values()].flatMap((items) => [feeOf(late, items), interestOf(late, items)]);
  return charges.flatMap((charge) => (charge && charge.amountMinor > 0 ? [charge] : []));
}

function feeOf({ on, rules, before }: Late, items: readonly LateItem[]): LateCharge | null {
  const { fee, currency } = rules;
  const open = items.filter((item) => item.openMinor > 0);
  const [oldest] = open;
  if (!oldest || fee.days === null || before.get(oldest.documentId)?.isFeeCharged) return null;
  const days = daysBetween(oldest.dueOn, on);
  if (days < fee.days) return null;
  // The fixed part is in the base currency, and says nothing of another.
  const rule = oldest.currency === currency ? fee : { ...fee, amountMinor: null };
  const pastDue = sumOf(open.map((item) => item.openMinor));
  const reason = `Late fee for ${oldest.number}, ${days} days past due`;
  return { ...about(oldest), kind: 'fee', amountMinor: lateFee(rule, pastDue), reason };
}

function interestOf({ on, rules, before, settlings }: Late, items: readonly LateItem[]): LateCharge | null {
  const [first] = items;
  const { interestPercent: percent, lastInterestOn } = rules;
  if (!first || percent === null) return null;
  const through = before.get(first.documentId)?.interestThrough ?? null;
  // What was settled before interest was ever charged is over; what was settled since bears it to its last night.
  const isOpen = items.some((item) => item.openMinor > 0);
  const since = through ?? (isOpen ? first.dueOn : (lastInterestOn ?? on));
  const sum = items.reduce((total, { itemId, amountMinor, dueOn }) => {
    const from = later(dueOn, since);
    return total + minorDays({ amountMinor, settled: settlings.get(itemId) ?? [], from, to: on });
  }, 0n);
  const reason = `Interest on ${first.number} at ${percent} % a year, ${later(since, first.dueOn)} to ${on}`;
  return { ...about(first), kind: 'interest', amountMinor: interestOn(sum, percent), reason };
}

function about({ documentId, customerId, currency }: LateItem) {
  return { invoiceId: documentId, customerId, currency };
}
