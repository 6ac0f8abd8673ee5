import type { PaperTable } from '@/components/paper-table';
import type { CashWeeks } from '@/db/queries/cash-weeks';
import type { PaymentDayBin, PaymentDays } from '@/db/queries/payment-days';
import { WIDGET_TITLES } from '@/lib/dashboard-widgets';
import { daysBetween } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { formatColumn, formatCount, formatPercent } from '@/lib/format';
import { type NoForecast, noForecastWords } from '@/lib/no-forecast';
import type { NamedCashPoint } from '../cash-points';
import type { WidgetMoment } from '../moment';

/** What came in week by week, and what is expected, with its range. */
export function cashTable(points: readonly NamedCashPoint[], currency: string): PaperTable {
  const column = (amount: number | null | undefined) =>
    amount === null || amount === undefined ? '–' : formatColumn(toMinor(amount), currency);
  return {
    title: WIDGET_TITLES['cash-expected'],
    words: `Received and expected by week, in ${currency}`,
    heads: ['Week', 'Received', 'Expected', 'At least, 9 in 10', 'At most, 9 in 10', 'Due dates'],
    rows: points.map(({ name, received, expected, range, due }) => [
      name,
      column(received),
      column(expected),
      column(range?.[0]),
      column(range?.[1]),
      column(due),
    ]),
    total: null,
  };
}

/** The same where there is no forecast: what came in, and what falls due or was promised. */
export function dueCashTable(
  points: readonly NamedCashPoint[],
  { overdueMinor }: Pick<CashWeeks, 'overdueMinor'>,
  { currency, missing }: { readonly currency: string; readonly missing: NoForecast },
): PaperTable {
  const column = (amount: Minor | null) => (amount === null ? '–' : formatColumn(amount, currency));
  return {
    title: WIDGET_TITLES['cash-expected'],
    words: `Received, and due or promised, by week, in ${currency}; ${column(overdueMinor)} is late already, with no promise. ${noForecastWords(missing)}`,
    heads: ['Week', 'Received', 'Due or promised'],
    rows: points.map(({ name, received, due }) => [name, column(received), column(due)]),
    total: null,
  };
}

/** How many invoices were paid so many days from due. */
export function daysTable(
  { bins, settledCount, from, to }: PaymentDays,
  { currency }: Pick<WidgetMoment, 'currency'>,
): PaperTable {
  return {
    title: WIDGET_TITLES['payment-days'],
    words: `Invoices paid in ${daysBetween(from, to) + 1} days, by days from the due date`,
    heads: ['Days from due', 'Invoices', 'Share', currency],
    rows: bins.map((bin) => [
      binName(bin),
      formatCount(bin.count),
      formatPercent(shareOf(bin, settledCount)),
      formatColumn(bin.amountMinor, currency),
    ]),
    total: null,
  };
}

/** The part of all invoices that a bin holds, in percent; null when there are none. */
export function shareOf({ count }: PaymentDayBin, all: number): number | null {
  return all === 0 ? null : (100 * count) / all;
}

/** "10 to 6 early", "1 to 5 late": the days of a bin. */
export function binName({ from, to }: PaymentDayBin): string {
  if (from === null) return `${-(to ?? 0)} or more early`;
  if (to === null) return `${from} or more late`;
  if (from > 0) return `${from} to ${to} late`;
  return to === 0 ? `${-from} early to on time` : `${-from} to ${-to} early`;
}
