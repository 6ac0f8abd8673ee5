import type { PaperTable } from '@/components/paper-table';
import type { KeyFigures } from '@/db/queries/key-figures-by-month';
import { WIDGET_TITLES } from '@/lib/dashboard-widgets';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatColumn, formatMonth } from '@/lib/format';
import { CEI_TARGET, daysText, percentText } from '../figure-words';

/** The key figures of twelve months, the last of them as of the day. */
export function figuresTable(
  { billed, late, dso, bestPossibleDso, cei, inputs }: KeyFigures,
  { currency }: { readonly currency: string },
): PaperTable {
  const column = (amount: Minor | undefined) => (amount === undefined ? '–' : formatColumn(amount, currency));
  return {
    title: WIDGET_TITLES.figures,
    words: `Key figures by month, in ${currency}`,
    heads: ['Month', 'Owed', 'Late', 'DSO, days', 'Best possible', 'Collection effectiveness'],
    rows: inputs.map(({ from }, i) => [
      monthName(from, 'short'),
      column(billed.months[i]),
      column(late.months[i]),
      oneDigitText(dso.months[i]),
      oneDigitText(bestPossibleDso.months[i]),
      percentText(cei.months[i] ?? null),
    ]),
    total: null,
  };
}

/** Days sales outstanding over twelve months. */
export function dsoTable({ inputs, dso, bestPossibleDso }: KeyFigures): PaperTable {
  return {
    title: WIDGET_TITLES.dso,
    words: 'Days sales outstanding by month',
    heads: ['Month', 'DSO', 'Best possible'],
    rows: inputs.map(({ from }, i) => [
      monthName(from, 'long'),
      daysText(dso.months[i] ?? null),
      daysText(bestPossibleDso.months[i] ?? null),
    ]),
    total: null,
  };
}

/** Collection effectiveness over twelve months. */
export function ceiTable({ inputs, cei }: KeyFigures): PaperTable {
  return {
    title: WIDGET_TITLES.cei,
    words: `Collection effectiveness by month; the target is ${CEI_TARGET}%`,
    heads: ['Month', 'Collection effectiveness'],
    rows: inputs.map(({ from }, i) => [monthName(from, 'long'), percentText(cei.months[i] ?? null)]),
    total: null,
  };
}

/** "March 2026", "Mar 2026". */
export function monthName(from: PlainDate, length: 'long' | 'short'): string {
  return `${formatMonth(from, length)} ${from.slice(0, 4)}`;
}

/** "41.8"; "–" when there is nothing to divide by. */
export function oneDigitText(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(1);
}
