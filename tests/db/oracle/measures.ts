import { type MonthInputs, monthlyInputs } from '@/db/queries/measures';
import { type PaymentDays, paymentDays } from '@/db/queries/payment-days';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { addMonths, daysBetween, monthEnd, type PlainDate, toPlainDate } from '@/lib/domain/dates';
import { daysSalesOutstanding } from '@/lib/domain/measures';
import { sumOf, toMinor } from '@/lib/domain/money';
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
  const settled = await settledByMonth(actor, months, currencies);
  const inputs = months.map((_, i) => perCurrency.map((list) => list[i]!).reduce(add));
  return inputs.map((month, i) => {
    const measures = monthMeasures(inputs.slice(0, i + 1));
    return {
      month: month.from.slice(0, 7),
      opening: month.openingMinor,
      invoiced: month.salesMinor,
      collected: month.paid.amountMinor,
      settledCount: settled[i]?.count,
      settledLateCount: settled[i]?.lateCount,
      closing: month.closingMinor,
      overdue: month.pastDueMinor,
      current: month.currentMinor,
      dso: rounded(measures?.dso),
      trailing: rounded(trailingDso(inputs.slice(Math.max(0, i - 2), i + 1))),
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
    settledCount: month.invoices_settled,
    settledLateCount: month.settled_late_count,
    closing: month.closing_ar_cents,
    overdue: month.closing_overdue_cents,
    current: month.closing_current_cents,
    dso: month.dso_simple_days,
    trailing: month.dso_trailing_3m_days,
    countBack: month.dso_countback_days,
    bestPossible: month.best_possible_dso_days,
    cei: month.cei_pct,
    velocity: month.avg_days_to_pay_amount_weighted,
  }));
}

/** How many invoices were settled in each month, and how many of them late. */
async function settledByMonth(
  actor: StaffActor,
  months: readonly { readonly to: PlainDate; readonly days: number }[],
  currencies: readonly string[],
) {
  const read = ({ to, days }: { readonly to: PlainDate; readonly days: number }) =>
    withScope(
      actor,
      'read',
      async (tx) => {
        const found: PaymentDays[] = [];
        for (const currency of currencies)
          found.push(await paymentDays(tx, { asOf: to, knownAt: null, currency }, days));
        const count = found.reduce((sum, each) => sum + each.settledCount, 0);
        return { count, lateCount: count - found.reduce((sum, each) => sum + each.onTimeCount, 0) };
      },
      60_000,
    );
  return Promise.all(months.map(read));
}

/** What is owed at the end against the sales of all these months. */
function trailingDso(months: readonly MonthInputs[]): number | null {
  return daysSalesOutstanding(months.at(-1)?.closingMinor ?? toMinor(0), {
    salesMinor: sumOf(months.map((month) => month.salesMinor)),
    days: months.reduce((sum, month) => sum + month.days, 0),
  });
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
