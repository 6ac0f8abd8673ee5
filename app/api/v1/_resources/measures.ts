import { z } from 'zod';
import { receivables } from '@/db/queries/key-figures';
import { monthlyInputs, monthsUpTo } from '@/db/queries/measures';
import { type ProvisionReport, provision } from '@/db/queries/provision';
import { bucketLabels } from '@/lib/domain/aging';
import type { Minor } from '@/lib/domain/money';
import { type MonthMeasures, monthMeasures, YEAR } from '@/lib/domain/month-measures';
import { money } from '@/lib/exact-json';
import { AsOf, Currency, Day, InCurrency, KnownAt, Money, momentOf } from '../_api/fields';
import { reading } from '../_api/operation';

const days = (description: string) => z.number().nullable().meta({ description });

const Month = z.object({
  month: z.string().meta({ examples: ['2026-03'] }),
  from: Day,
  to: Day.meta({ description: 'The end of the month, or as_of when that is earlier.' }),
  days: z.int(),
  opening_ar: Money,
  sales: Money.meta({ description: 'Invoices less credit memos.' }),
  closing_ar: Money.meta({ description: 'All that is owed, unapplied credits taken off.' }),
  closing_current: Money.meta({ description: 'What is not past due.' }),
  closing_past_due: Money,
  dso_days: days('closing_ar × days ÷ sales'),
  best_possible_dso_days: days('closing_current × days ÷ sales'),
  average_days_delinquent: days('DSO less the best possible'),
  countback_dso_days: days('Sales counted back from closing_ar; null when 12 months before do not reach.'),
  best_possible_countback_dso_days: days('The same, counted back from closing_current'),
  cei_percent: days('(opening_ar + sales − closing_ar) ÷ (opening_ar + sales − closing_current) × 100'),
  percent_current: days('closing_current ÷ closing_ar × 100'),
  turnover: days('Sales of the year that ends with the month ÷ the mean of its 13 balances'),
  average_days_late: days('Days from due to payment, weighted by amount; early is below 0'),
  payment_velocity_days: days('Days from issue to payment, weighted by amount'),
});

const ProvisionAnswer = z.object({
  rates_from: z.enum(['entered', 'history']),
  buckets: z.array(
    z.object({
      bucket: z.string(),
      balance: Money.meta({ description: 'Open invoices; unapplied credits are not set against them.' }),
      rate_percent: z.number().nullable().meta({ description: 'Null when own history says nothing.' }),
      provision: Money.nullable(),
    }),
  ),
  total: Money.nullable().meta({ description: 'Null when a bucket with a balance has no rate.' }),
});

/** How well money comes in, month by month. */
export const getMeasures = reading({
  id: 'getMeasures',
  path: '/measures',
  summary:
    'DSO, best possible DSO, average days delinquent, count-back DSO, CEI, turnover and how late payments come, by month, with what each is made of. Null where there is nothing to divide by.',
  may: 'books:read',
  query: z.strictObject({
    ...AsOf,
    ...KnownAt,
    ...InCurrency,
    months: z.coerce.number().int().min(1).max(60).default(12),
  }),
  answer: z.object({
    as_of: Day,
    known_at: z.string().nullable(),
    currency: Currency,
    months: z.array(Month).meta({ description: 'Oldest first; the last is the month of as_of.' }),
    average_days_overdue: days('Mean days past due of what is past due on as_of'),
    past_due_items: z.int(),
    at_risk_customers: z.int().meta({ description: 'With something more than 90 days past due.' }),
    provision: ProvisionAnswer,
  }),
  run: async ({ tx, actor, today }, query) => {
    const currency = query.currency ?? actor.org.currency;
    const moment = momentOf(query.as_of ?? today, query.known_at);
    const all = await monthlyInputs(tx, monthsUpTo(moment.asOf, query.months + YEAR), currency, moment);
    const open = await receivables(tx, moment, { currency });
    const expectedLoss = await provision(tx, { ...moment, currency });
    const write = (amount: Minor) => money(amount, currency);
    const months = all.slice(YEAR).map((inputs, i) => ({
      month: inputs.from.slice(0, 7),
      from: inputs.from,
      to: inputs.to,
      days: inputs.days,
      opening_ar: write(inputs.openingMinor),
      sales: write(inputs.salesMinor),
      closing_ar: write(inputs.closingMinor),
      closing_current: write(inputs.currentMinor),
      closing_past_due: write(inputs.pastDueMinor),
      ...writeMeasures(monthMeasures(all.slice(i, i + YEAR + 1))),
    }));
    return {
      body: {
        as_of: moment.asOf,
        known_at: moment.knownAt,
        currency,
        months,
        average_days_overdue: rounded(open.averageDaysLate),
        past_due_items: open.lateCount,
        at_risk_customers: open.atRiskCount,
        provision: writeProvision(expectedLoss, currency),
      },
    };
  },
});

function writeMeasures(measures: MonthMeasures | null) {
  return {
    dso_days: rounded(measures?.dso),
    best_possible_dso_days: rounded(measures?.bestPossibleDso),
    average_days_delinquent: rounded(measures?.averageDaysDelinquent),
    countback_dso_days: rounded(measures?.countBackDso),
    best_possible_countback_dso_days: rounded(measures?.bestPossibleCountBackDso),
    cei_percent: rounded(measures?.cei),
    percent_current: rounded(measures?.percentCurrent),
    turnover: rounded(measures?.turnover),
    average_days_late: rounded(measures?.averageDaysLate),
    payment_velocity_days: rounded(measures?.paymentVelocity),
  };
}

function writeProvision({ buckets, bounds, rates, totalMinor }: ProvisionReport, currency: string) {
  const labels = bucketLabels(bounds, '-');
  const write = (amount: Minor | null) => (amount === null ? null : money(amount, currency));
  return {
    rates_from: rates,
    buckets: buckets.map(({ balanceMinor, ratePercent, amountMinor }, i) => ({
      bucket: labels[i] ?? '',
      balance: money(balanceMinor, currency),
      rate_percent: ratePercent === null ? null : Number(ratePercent),
      provision: write(amountMinor),
    })),
    total: write(totalMinor),
  };
}

/** To four decimals, as the answer is for programs that round again. */
function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000;
}
