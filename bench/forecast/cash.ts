import { expectedOf, weeklyBlocks } from '@/lib/domain/forecast/blocks';
import type { ClaimedDebit } from '@/lib/domain/forecast/claimed';
import type { DayNumber } from '@/lib/domain/forecast/delays';
import { paidByOn } from '@/lib/domain/forecast/distribution';
import { learn, noHabits } from '@/lib/domain/forecast/habits';
import type { Pooling } from '@/lib/domain/forecast/pooling';
import { toMinor, ZERO } from '@/lib/domain/money';
import type { DataSet, PaidInvoice } from './data';

/** Weeks after an origin that its open book is followed for. */
const WEEKS = 8;

/** What an open book was forecast to pay in each week, and what it paid. */
export interface CashWeeks {
  readonly origin: DayNumber;
  readonly forecast: readonly number[];
  readonly actual: readonly number[];
}

/** The cash of each origin's open book by habits known then. */
export function forecastCash({ invoices, origins }: DataSet, pooling: Pooling): CashWeeks[] {
  return origins.map((today) => {
    const habits = noHabits(pooling);
    for (const invoice of invoices) if (invoice.paidOn <= today) learn(habits, invoice);
    const book = openBook(invoices, today);
    const horizon = { today, weeks: WEEKS, settled: habits };
    const expected = expectedOf(weeklyBlocks(book.map(asDebit), paidByOn(habits, today), horizon), horizon);
    return {
      origin: today,
      forecast: Array.from(expected.slice(0, WEEKS)),
      actual: byWeek(book, today, ({ paidOn }) => paidOn),
    };
  });
}

/** The same with everything paid on its due day, what is past due in the first week. */
export function dueDateCash({ invoices, origins }: DataSet): CashWeeks[] {
  return origins.map((today) => {
    const book = openBook(invoices, today);
    const forecast = byWeek(book, today, ({ dueOn }) => Math.max(dueOn, today + 1));
    return { origin: today, forecast, actual: byWeek(book, today, ({ paidOn }) => paidOn) };
  });
}

/** What forecasts missed of all that came, over all weeks and origins: Σ|forecast − actual| ÷ Σ actual. */
export function missed(all: readonly CashWeeks[]): number {
  let [off, came] = [0, 0];
  for (const { forecast, actual } of all)
    for (const [week, amount] of actual.entries()) {
      off += Math.abs((forecast[week] ?? 0) - amount);
      came += amount;
    }
  return off / came;
}

function openBook(invoices: readonly PaidInvoice[], today: DayNumber): PaidInvoice[] {
  return invoices.filter(({ invoicedOn, paidOn }) => invoicedOn <= today && paidOn > today);
}

function asDebit(invoice: PaidInvoice): ClaimedDebit {
  const openMinor = toMinor(invoice.amountMinor);
  const ids = { itemId: invoice.id, documentId: invoice.id };
  return { ...invoice, ...ids, openMinor, freeMinor: openMinor, disputedMinor: ZERO, promised: [] };
}

function byWeek(
  book: readonly PaidInvoice[],
  today: DayNumber,
  dayOf: (invoice: PaidInvoice) => DayNumber,
): number[] {
  const weeks = Array.from({ length: WEEKS }, () => 0);
  for (const invoice of book) {
    const week = Math.floor((dayOf(invoice) - today - 1) / 7);
    if (week < WEEKS) weeks[week] = (weeks[week] ?? 0) + invoice.amountMinor;
  }
  return weeks;
}
