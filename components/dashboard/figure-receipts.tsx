import { Explain } from '@/components/explain';
import type { KeyFigures } from '@/db/queries/key-figures-by-month';
import { type Minor, toMinor } from '@/lib/domain/money';
import { formatCount, formatDay, formatMoney, formatMonth, formatPercent } from '@/lib/format';
import { CEI_TARGET, daysText, percentText } from './figure-words';
import type { WidgetMoment } from './moment';

interface ReceiptProps {
  readonly figures: KeyFigures;
  readonly at: WidgetMoment;
}

/** What is owed, by what is late and what is not. */
export function OwedReceipt({ figures: { billed, late, owed, open }, at }: ReceiptProps) {
  const money = (amount: Minor) => formatMoney(amount, at.currency);
  return (
    <Explain
      title={`Owed to you, ${money(billed.now)}`}
      lines={[
        { label: 'Not due yet', value: money(toMinor(billed.now - late.now)) },
        { label: 'Late', value: money(late.now) },
      ]}
      total={{ label: formatCount(open.openCount, 'open invoice'), value: money(billed.now) }}
      note={`Unapplied payments and credits of ${money(toMinor(-open.creditsMinor))} are not taken off; with them it is ${money(owed.now)}.`}
      link={{ label: 'See the customers', href: at.agingHref({}) }}
    />
  );
}

/** What is late, and how late. */
export function LateReceipt({ figures: { late, open }, at }: ReceiptProps) {
  const money = formatMoney(late.now, at.currency);
  return (
    <Explain
      title={`Late, ${money}`}
      lines={[
        { label: 'Invoices past their due date', value: formatCount(open.lateCount) },
        { label: 'Late on average', value: daysText(open.averageDaysLate) },
        { label: 'Customers with one over 90 days late', value: formatCount(open.atRiskCount) },
      ]}
      total={{ label: 'Still open of them', value: money }}
      note="Counted from the due date. Lower is better."
      link={{ label: 'See the invoices', href: at.agingHref({ group: 'item', show: 'late' }) }}
    />
  );
}

/** Days sales outstanding: the months that are counted back, newest first. */
export function DsoReceipt({ figures, at }: ReceiptProps) {
  const { dso, bestPossibleDso, owed, countedBack } = figures;
  const whole = (amount: Minor) => formatMoney(amount, at.currency, { cents: false });
  const months = (countedBack ?? []).map(({ month, takenMinor, days }, i) => ({
    label:
      takenMinor === month.salesMinor
        ? `${formatMonth(month.from, 'long')}${i === 0 ? ' so far' : ''}, ${whole(takenMinor)} billed`
        : `${formatMonth(month.from, 'long')}, ${whole(takenMinor)} of ${whole(month.salesMinor)}`,
    value: daysText(days),
  }));
  return (
    <Explain
      title={`DSO, ${daysText(dso.now)}`}
      lines={[{ label: 'Owed, unapplied money taken off', value: whole(owed.now) }, ...months]}
      total={{ label: 'Days of sales still unpaid', value: daysText(dso.now) }}
      note={`Count-back method: what is owed is taken from what was billed, newest month first. Lower is better; if everybody paid on terms it would be ${daysText(bestPossibleDso.now)}.`}
      link={{ label: 'See the invoices', href: at.agingHref({}) }}
    />
  );
}

/** Collection effectiveness of the month so far. */
export function CeiReceipt({ figures: { cei, inputs }, at }: ReceiptProps) {
  const month = inputs.at(-1);
  if (!month) return null;
  const money = (amount: Minor) => formatMoney(amount, at.currency, { cents: false });
  const name = formatMonth(month.from, 'long');
  return (
    <Explain
      title={`Collection effectiveness, ${percentText(cei.now)}`}
      lines={[
        { label: `Owed when ${name} began`, value: money(month.openingMinor) },
        { label: `Billed in ${name}`, value: money(month.salesMinor) },
        { label: 'Owed now', value: money(month.closingMinor) },
        { label: 'Of it not due yet', value: money(month.currentMinor) },
      ]}
      total={{ label: 'Collected of what could be', value: percentText(cei.now) }}
      note={`(Owed then + billed − owed now) ÷ (owed then + billed − not due yet). Higher is better. The target of ${CEI_TARGET}% is a common mark, not a setting of yours.`}
    />
  );
}

/** What is promised for the next days, and how promises were kept. */
export function PromisedReceipt({ figures: { promised }, at }: ReceiptProps) {
  const money = (amount: Minor) => formatMoney(amount, at.currency);
  return (
    <Explain
      title={`Promised, ${money(promised.amountMinor)}`}
      lines={[
        {
          label: `Promises up to ${formatDay(promised.until, { today: at.today })}`,
          value: formatCount(promised.count),
        },
        { label: 'Came due in the last year', value: formatCount(promised.dueCount) },
        { label: 'Kept in full', value: `${promised.keptCount}, ${formatPercent(promised.keptPercent)}` },
      ]}
      total={{ label: 'Still to arrive', value: money(promised.amountMinor) }}
      note="What has arrived already for a promise is not counted again."
    />
  );
}
