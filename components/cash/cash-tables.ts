import type { Route } from 'next';
import type { PaperTable } from '@/components/paper-table';
import type { BooksAt } from '@/db/expressions';
import type { CashWeeks } from '@/db/queries/cash-weeks';
import type { Forecast } from '@/db/queries/forecast';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { formatColumn, formatDay, formatPercent } from '@/lib/format';
import { withParams } from '@/lib/url';

/** In which currency, and what day it is. */
interface Telling {
  readonly currency: string;
  readonly today: PlainDate;
}

/** What is expected week by week with its range, down to what is open. */
export function weeksTable(
  { weeks, laterMinor, lostMinor, disputedMinor, openMinor }: Forecast,
  { currency, today }: Telling,
): PaperTable {
  const column = (amount: Minor) => formatColumn(amount, currency);
  const rest = (name: string, amount: Minor) => [name, column(amount), '–', '–', '–'];
  return {
    title: 'Week by week',
    words:
      'Expected by how customers paid before; nine times of ten at least, and at most, so much; and what due dates alone say. What never comes is judged invoice by invoice; the provision of a month end has rates of its own, by age.',
    heads: ['Week', `Expected, ${currency}`, 'At least', 'At most', 'By due dates'],
    rows: [
      ...weeks.map((week) => [
        weekName(week, today),
        column(week.expectedMinor),
        column(week.p10Minor),
        column(week.p90Minor),
        column(week.dueMinor),
      ]),
      rest('Later', laterMinor),
      rest('Never, by this forecast', lostMinor),
      rest('Disputed, left out', disputedMinor),
    ],
    total: rest('Open invoices and fees', openMinor),
  };
}

/** What falls due or was promised week by week, down to what is open: all there is to say without a forecast. */
export function dueWeeksTable(
  { expected, overdueMinor, laterMinor, disputedMinor, openMinor }: CashWeeks,
  { currency, today }: Telling,
): PaperTable {
  const line = (name: string, amount: Minor) => [name, formatColumn(amount, currency)];
  return {
    title: 'Week by week',
    words:
      'Every invoice on its due day, what is due today in the first week; what is promised on the day of the promise.',
    heads: ['Week', `Due or promised, ${currency}`],
    rows: [
      line('Late already', overdueMinor),
      ...expected.map((week) => line(weekName(week, today), week.expectedMinor)),
      line('Later', laterMinor),
      line('Disputed, left out', disputedMinor),
    ],
    total: line('Open invoices and fees', openMinor),
  };
}

/** Where the open invoices that a forecast is about are listed. */
export function openInvoicesHref({ asOf, currency }: BooksAt, today: PlainDate): Route {
  return withParams('/aging', { currency }, { asOf: asOf === today ? null : asOf });
}

/** What the last weekly forecasts said on the day before each week, and what came. */
export function pastTable({ backtest }: Forecast, { currency, today }: Telling): PaperTable {
  const { weeks, missedPercent, dueMissedPercent } = backtest;
  const column = (amount: Minor) => formatColumn(amount, currency);
  return {
    title: 'How the last forecasts did',
    words:
      missedPercent === null
        ? 'Nothing came in during these weeks.'
        : `What the invoices open on the day before each week brought in it. Forecasts missed ${formatPercent(missedPercent)} of it; due dates alone missed ${formatPercent(dueMissedPercent)}.`,
    heads: ['Week', `Came in, ${currency}`, 'Forecast', 'Off by', 'By due dates'],
    rows: weeks.map((week) => [
      weekName(week, today),
      column(week.actualMinor),
      column(week.forecastMinor),
      column(toMinor(week.forecastMinor - week.actualMinor)),
      column(week.dueMinor),
    ]),
    total: [
      'Together',
      column(sumOf(weeks.map((week) => week.actualMinor))),
      column(sumOf(weeks.map((week) => week.forecastMinor))),
      column(sumOf(weeks.map((week) => toMinor(week.forecastMinor - week.actualMinor)))),
      column(sumOf(weeks.map((week) => week.dueMinor))),
    ],
  };
}

function weekName(
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
  today: PlainDate,
): string {
  return `${formatDay(from, { today })} to ${formatDay(to, { today })}`;
}
