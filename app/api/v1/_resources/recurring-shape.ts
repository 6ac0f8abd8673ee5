import { z } from 'zod';
import { billedPeriods, type RecurringInvoice, recurringById } from '@/db/queries/recurring-invoices';
import type { PlainDate } from '@/lib/domain/dates';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { nextOccurrences } from '@/lib/domain/recurrence';
import { money } from '@/lib/exact-json';
import { billsFrom, nextBilling } from '@/lib/next-billing';
import { Refusal } from '@/lib/refusal';
import { recurringState } from '@/lib/rhythm-words';
import { Currency, Day, Money } from '../_api/fields';
import type { Answer, Call } from '../_api/operation';

/** How many dates ahead, and periods back, are shown. */
const SHOWN = 12;

/** An invoice that repeats. */
export const Recurring = z.object({
  recurring_id: z.uuid(),
  customer_id: z.uuid(),
  customer_name: z.string(),
  state: z.enum(['active', 'paused', 'ended']),
  currency: Currency,
  amount: Money.meta({ description: 'What it bills each time, tax included.' }),
  every: z.enum(['week', 'month', 'quarter', 'year']),
  starts_on: Day,
  ends_on: Day.nullable(),
  paused_on: Day.nullable(),
  terms_days: z.int().nullable().meta({ description: "Null: the customer's." }),
  next_on: Day.nullable().meta({
    description: 'The next day it bills, today included; null when there is none.',
  }),
  created_at: z.string(),
});

/** An invoice that repeats, with what it bills, billed and will bill. */
export const RecurringDetail = Recurring.extend({
  lines: z.array(
    z.object({
      service_id: z.uuid().nullable(),
      beneficiary_id: z.uuid().nullable(),
      description: z.string(),
      quantity: z.string(),
      unit_price: Money,
      tax_percent: z.string(),
    }),
  ),
  next_dates: z.array(Day).meta({ description: `The next ${SHOWN} at most, today included, as if it ran.` }),
  billed: z
    .array(z.object({ date: Day, invoice_id: z.uuid().nullable(), number: z.string().nullable() }))
    .meta({ description: `The latest ${SHOWN} at most; without an invoice where it was paused.` }),
});

/** The one place that says how an invoice that repeats is written. */
export function writeRecurring(row: RecurringInvoice, today: PlainDate): Answer<z.output<typeof Recurring>> {
  const { totalMinor } = linesTotal(priceLines(row.lines));
  return {
    recurring_id: row.id,
    customer_id: row.customerId,
    customer_name: row.customer,
    state: recurringState(row, today),
    currency: row.currency,
    amount: money(totalMinor, row.currency),
    every: row.every,
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    paused_on: row.pausedOn,
    terms_days: row.termsDays,
    next_on: nextBilling(row, today),
    created_at: row.createdAt.toISOString(),
  };
}

/** One invoice that repeats, with everything about it. @throws Refusal `not_found`. */
export async function recurringDetail(
  { tx, today }: Pick<Call, 'tx' | 'today'>,
  recurringId: string,
): Promise<Answer<z.output<typeof RecurringDetail>>> {
  const row = await recurringById(tx, recurringId);
  if (!row) throw new Refusal('not_found', 'That recurring invoice does not exist.');
  const billed = await billedPeriods(tx, recurringId, SHOWN);
  const from = billsFrom(billed[0]?.periodOn ?? null, today);
  return {
    ...writeRecurring(row, from),
    state: recurringState(row, today),
    lines: row.lines.map((line) => ({
      service_id: line.serviceId ?? null,
      beneficiary_id: line.beneficiaryId ?? null,
      description: line.description,
      quantity: line.quantity,
      unit_price: money(line.unitPriceMinor, row.currency),
      tax_percent: line.taxPercent,
    })),
    next_dates: nextOccurrences(row, from, SHOWN),
    billed: billed.map(({ periodOn, documentId, number }) => ({
      date: periodOn,
      invoice_id: documentId,
      number,
    })),
  };
}
