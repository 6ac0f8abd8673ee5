import { z } from 'zod';
import { allCustomerHealth, type CustomerHealth, healthReason } from '@/db/queries/customer-health';
import { type HealthBand, riskOf } from '@/lib/domain/health';
import { toMinor, ZERO } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Money, momentOf } from '../_api/fields';
import { reading } from '../_api/operation';
import { ByCurrency, InAll, otherCurrencies, Percent, percent } from './figure-fields';

/** At most so many customers of each group are listed; the counts are of all. */
const LISTED = 200;

const Rows = z.array(
  z.object({
    customer_id: z.uuid(),
    customer_name: z.string(),
    risk_score: z.number().nullable().meta({
      description: '100 less the health; null when fewer than 3 invoices were settled in the last year.',
    }),
    reason: z.string(),
    total_outstanding: Money.meta({ description: 'Open invoices less credits that nothing has taken.' }),
    total_overdue: Money,
    overdue_pct: Percent.meta({ description: 'Of what is open of invoices; null when nothing is.' }),
    days_120_plus: Money.meta({ description: 'What is more than 120 days past due.' }),
  }),
);

/** Who is likely not to pay. */
export const getRiskDashboard = reading({
  id: 'getRiskDashboard',
  path: '/risk-dashboard',
  summary:
    'Customers by health in whole points: critical below 50, warning from 50, healthy from 80; those of most risk first, up to 200 of each.',
  may: 'books:read',
  query: ByCurrency.omit({ known_at: true }),
  answer: z.object({
    critical: Rows,
    warning: Rows,
    healthy: Rows,
    not_enough_history: Rows,
    summary: z.object({
      critical_count: z.int(),
      warning_count: z.int(),
      healthy_count: z.int(),
      not_enough_history_count: z.int(),
    }),
    ...InAll,
  }),
  run: async (call, { as_of, currency = call.actor.org.currency }) => {
    const moment = momentOf(as_of ?? call.today);
    const all = await allCustomerHealth(call.tx, { ...moment, currency });
    const of = (band: HealthBand | null) => all.filter((row) => row.band === band);
    const listed = (band: HealthBand | null) =>
      of(band)
        .slice(0, LISTED)
        .map((row) => write(row, currency));
    return {
      body: {
        critical: listed('at_risk'),
        warning: listed('watch'),
        healthy: listed('healthy'),
        not_enough_history: listed(null),
        summary: {
          critical_count: of('at_risk').length,
          warning_count: of('watch').length,
          healthy_count: of('healthy').length,
          not_enough_history_count: of(null).length,
        },
        currency,
        other_currencies: await otherCurrencies(call, moment, currency),
      },
    };
  },
});

function write(row: CustomerHealth, currency: string) {
  const { facts, health } = row;
  const overdueMinor = toMinor(facts.pastDue.amountMinor);
  return {
    customer_id: facts.customerId,
    customer_name: facts.customer,
    risk_score: health && Math.round(riskOf(health.score) * 100) / 100,
    reason: healthReason(row),
    total_outstanding: money(facts.owedMinor, currency),
    total_overdue: money(overdueMinor, currency),
    overdue_pct: percent(overdueMinor, facts.openMinor),
    days_120_plus: money(facts.pastDueMinor.at(-1) ?? ZERO, currency),
  };
}
