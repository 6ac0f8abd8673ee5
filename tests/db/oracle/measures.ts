import { type MonthInputs, monthlyInputs } from '@/db/queries/measures';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { addMonths, daysBetween, monthEnd, toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { monthMeasures } from '@/lib/domain/month-measures';
import type { ExpectedMonth } from './expected';

/** Our measures of the oracle's months, to its four decimals; currencies are added, as the oracle adds them. */
export async function ourMeasures(
  actor: StaffActor,
  expected: readonly ExpectedMonth[],
  currencies: readonly string[],
) {
  const months = expected.map(({ month }) => {
    const from = toPlainDate(`${month}-01`);
    const to = monthEnd(from);
    return { from, to, days: daysBetween(from, addMonths(from, 1)) };
  });
  const read = (currency: string) =>
    withScope(actor, 'read', (tx) => monthlyInputs(tx, months, currency, { knownAt: null }), 60_000);
  const perCurrency = await Promise.all(currencies.map(read));
  const inputs = months.map((_, i) => perCurrency.map((list) => list[i]!).reduce(add));
  return inputs.map((month, i) => {
    const measures = monthMeasures(inputs.slice(0, i + 1));
    return {
      month: month.from.slice(0, 7),
      opening: month.openingMinor,
      invoiced: month.salesMinor,
      collected: month.paid.amountMinor,
      closing: month.closingMinor,
      current: month.currentMinor,
      dso: rounded(measures?.dso),
      countBack: rounded(measures?.countBackDso),
      bestPossible: rounded(measures?.bestPossibleDso),
      cei: rounded(measures?.cei),
      velocity: rounded(measures?.paymentVelocity),
    };
  });
}

/** What the oracle says, in the same shape. */
export function theirMeasures(expected: readonly ExpectedMonth[]) {
  return expected.map((month) => ({
    month: month.month,
    opening: month.opening_ar_cents,
    invoiced: month.invoiced_cents,
    collected: month.collected_cents,
    closing: month.closing_ar_cents,
    current: month.closing_current_cents,
    dso: month.dso_simple_days,
    countBack: month.dso_countback_days,
    bestPossible: month.best_possible_dso_days,
    cei: month.cei_pct,
    velocity: month.avg_days_to_pay_amount_weighted,
  }));
}

function add(a: MonthInputs, b: MonthInputs): MonthInputs {
  const both = (name: 'openingMinor' | 'salesMinor' | 'closingMinor' | 'currentMinor' | 'pastDueMinor') =>
    toMinor(a[name] + b[name]);
  const days = (name: 'paid' | 'late') => ({
    amountMinor: a[name].amountMinor + b[name].amountMinor,
    amountDays: a[name].amountDays + b[name].amountDays,
  });
  return {
    ...a,
    openingMinor: both('openingMinor'),
    salesMinor: both('salesMinor'),
    closingMinor: both('closingMinor'),
    currentMinor: both('currentMinor'),
    pastDueMinor: both('pastDueMinor'),
    paid: days('paid'),
    late: days('late'),
  };
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000;
}
