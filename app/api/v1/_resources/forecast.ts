import { z } from 'zod';
import { type Forecast, forecast } from '@/db/queries/forecast';
import type { AmountRange } from '@/lib/domain/forecast/cash-forecast';
import { POOLING_NAMES } from '@/lib/domain/forecast/pooling';
import type { Minor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { AsOf, Currency, Day, InCurrency, KnownAt, Money, momentOf } from '../_api/fields';
import { reading } from '../_api/operation';

const percent = (description: string) => z.number().nullable().meta({ description });

const Range = {
  expected: Money.meta({ description: 'The mean. Expected weeks, later, lost and disputed add up to open.' }),
  p10: Money.meta({ description: 'Exceeded in nine cases of ten.' }),
  p50: Money.meta({ description: 'Exceeded in every other case.' }),
  p90: Money.meta({ description: 'Exceeded in one case of ten.' }),
};

const Week = z.object({
  from: Day,
  to: Day,
  ...Range,
  due_date: Money.meta({ description: 'If everything were paid on its due day, or when it was promised.' }),
});

const PastWeek = z.object({
  from: Day,
  to: Day,
  forecast: Money.meta({
    description: 'What would have been forecast on the day before, knowing nothing later.',
  }),
  due_date: Money,
  actual: Money.meta({ description: 'What came of the invoices that were open on the day before.' }),
});

const Expected = z.object({
  invoice_id: z.string(),
  number: z.string(),
  customer_id: z.string(),
  outstanding: Money,
  due_date: Day,
  expected_on: Day,
  early_on: Day.meta({ description: 'One in ten is paid by then.' }),
  late_on: Day.meta({ description: 'Nine in ten are paid by then.' }),
  late_percent: z.number().meta({ description: 'How likely it is paid after its due day.' }),
  reason: z.string(),
});

/** What cash the open book will bring. */
export const getForecast = reading({
  id: 'getForecast',
  path: '/forecast',
  summary:
    'What the open book is expected to bring, week by week with ranges, from how customers paid before; beside it what due dates say, and how both did in the last twelve weeks.',
  may: 'books:read',
  query: z.strictObject({
    ...AsOf,
    ...KnownAt,
    ...InCurrency,
    weeks: z.coerce.number().int().min(1).max(26).default(8),
  }),
  answer: z.object({
    as_of: Day,
    known_at: z.string().nullable(),
    currency: Currency,
    weeks: z.array(Week),
    total: z
      .object({ to: Day, ...Range })
      .meta({ description: 'The first four weeks together: the range is one of the sum.' }),
    later: Money,
    expected_loss: Money,
    disputed: Money.meta({ description: 'Contested and left out.' }),
    open: Money.meta({
      description: 'All open invoices, fees and the like; unapplied credits are not taken off.',
    }),
    pooling: z.enum(POOLING_NAMES).meta({
      description:
        'How far customers’ own payments count: everybody alike, each customer, each in detail, or each scattered about its habit. The one that did best in the backtest.',
    }),
    payments: z.number().meta({ description: 'Invoices settled by payments that this was made from.' }),
    backtest: z.object({
      weeks: z.array(PastWeek),
      missed_percent: percent('Σ|forecast − actual| ÷ Σ actual; null when nothing came'),
      due_date_missed_percent: percent('Σ|due_date − actual| ÷ Σ actual; null when nothing came'),
    }),
    largest: z.array(Expected).meta({ description: 'The 20 largest open items.' }),
  }),
  run: async ({ tx, actor, today }, query) => {
    const currency = query.currency ?? actor.org.currency;
    const at = { ...momentOf(query.as_of ?? today, query.known_at), currency };
    const found = await forecast(tx, at, { weeks: query.weeks });
    const write = (amount: Minor) => money(amount, currency);
    return {
      body: {
        as_of: at.asOf,
        known_at: at.knownAt,
        currency,
        weeks: found.weeks.map((week) => ({
          from: week.from,
          to: week.to,
          ...writeRange(week, write),
          due_date: write(week.dueMinor),
        })),
        total: { to: found.total.to, ...writeRange(found.total, write) },
        later: write(found.laterMinor),
        expected_loss: write(found.lostMinor),
        disputed: write(found.disputedMinor),
        open: write(found.openMinor),
        pooling: found.pooling,
        payments: found.paymentCount,
        backtest: writeBacktest(found.backtest, write),
        largest: found.largest.map((item) => ({
          invoice_id: item.documentId,
          number: item.number,
          customer_id: item.customerId,
          outstanding: write(item.openMinor),
          due_date: item.dueOn,
          expected_on: item.expectedOn,
          early_on: item.earlyOn,
          late_on: item.lateOn,
          late_percent: rounded(item.latePercent),
          reason: item.reason,
        })),
      },
    };
  },
});

type Write = (amount: Minor) => ReturnType<typeof money>;

function writeRange({ expectedMinor, p10Minor, p50Minor, p90Minor }: AmountRange, write: Write) {
  return { expected: write(expectedMinor), p10: write(p10Minor), p50: write(p50Minor), p90: write(p90Minor) };
}

function writeBacktest({ weeks, missedPercent, dueMissedPercent }: Forecast['backtest'], write: Write) {
  return {
    weeks: weeks.map((week) => ({
      from: week.from,
      to: week.to,
      forecast: write(week.forecastMinor),
      due_date: write(week.dueMinor),
      actual: write(week.actualMinor),
    })),
    missed_percent: missedPercent === null ? null : rounded(missedPercent),
    due_date_missed_percent: dueMissedPercent === null ? null : rounded(dueMissedPercent),
  };
}

/** To four decimals, as the answer is for programs that round again. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
