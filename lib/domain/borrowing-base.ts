import { type Minor, sumOf, toMinor } from './money';

/** What one customer owes, as a lender looks at it. */
export interface DebtorBalance {
  readonly customerId: string;
  readonly customer: string;
  /** Open invoices, fees and the like. */
  readonly billedMinor: Minor;
  /** Of these, what is more than 90 days past due. */
  readonly over90Minor: Minor;
  /** Of these, what is past due at all. */
  readonly lateMinor: Minor;
  /** Credits that no invoice has taken: 0 or below. */
  readonly creditsMinor: Minor;
  /** Billed plus credits. */
  readonly totalMinor: Minor;
}

/** Customers that a rule singles out, and what it comes to. */
export interface SingledOut {
  readonly debtors: readonly DebtorBalance[];
  readonly totalMinor: Minor;
}

/** The usual limits of a lender, in percent: shares over 90 days at which a customer is out, and the share of one customer. */
export const CROSS_AGING = [10, 25] as const;
export const CONCENTRATION = 20;

/** Everything that is more than 90 days past due, customer by customer, the most first. */
export function over90(debtors: readonly DebtorBalance[]): SingledOut {
  return singled(debtors, ({ over90Minor }) => over90Minor);
}

/**
 * Cross-aging: a customer with more than `percent` of what it is billed over 90 days past due is out with all that it is billed,
 * not just with what is old. Exactly `percent` is not more.
 */
export function crossAged(debtors: readonly DebtorBalance[], percent: number): SingledOut {
  const isOut = ({ over90Minor, billedMinor }: DebtorBalance) =>
    BigInt(over90Minor) * 100n > BigInt(billedMinor) * BigInt(percent);
  return singled(debtors, (debtor) => (isOut(debtor) ? debtor.billedMinor : toMinor(0)));
}

/** Concentration: what customers owe beyond `percent` of all that is owed. The total is the excess. */
export function concentrated(debtors: readonly DebtorBalance[], percent: number): SingledOut {
  const all = BigInt(sumOf(debtors.map(({ totalMinor }) => totalMinor)));
  const excess = ({ totalMinor }: DebtorBalance) => {
    const beyond = BigInt(totalMinor) * 100n - all * BigInt(percent);
    // Rounded up: of an excess, however small, something is left.
    return toMinor(all > 0n && beyond > 0n ? Number((beyond + 99n) / 100n) : 0);
  };
  return singled(debtors, excess);
}

/** Credits in prior: credits of customers that are past due, which may be set against what is old. The total is 0 or above. */
export function creditsInPrior(debtors: readonly DebtorBalance[]): SingledOut {
  return singled(debtors, ({ lateMinor, creditsMinor }) => toMinor(lateMinor > 0 ? -creditsMinor : 0));
}

function singled(debtors: readonly DebtorBalance[], weight: (debtor: DebtorBalance) => Minor): SingledOut {
  const out = debtors.filter((debtor) => weight(debtor) > 0);
  return {
    debtors: out.toSorted((a, b) => weight(b) - weight(a) || a.customer.localeCompare(b.customer)),
    totalMinor: sumOf(out.map(weight)),
  };
}
