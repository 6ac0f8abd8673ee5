import { madeOf } from '@/components/cash/made-of';
import { Explain } from '@/components/explain';
import type { Forecast } from '@/db/queries/forecast';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatMoney, formatPercent } from '@/lib/format';
import type { WidgetMoment } from './moment';

/** What the expectation is made of, and how far the last ones were off. */
export function CashReceipt({ forecast, at }: { readonly forecast: Forecast; readonly at: WidgetMoment }) {
  const { weeks, laterMinor, lostMinor, disputedMinor, openMinor } = forecast;
  const money = (amount: Minor) => formatMoney(amount, at.currency);
  const ahead = sumOf(weeks.map((week) => week.expectedMinor));
  return (
    <Explain
      title={`Cash expected, ${money(ahead)} in ${weeks.length} weeks`}
      lines={[
        { label: `Expected in ${weeks.length} weeks`, value: money(ahead) },
        { label: 'Expected later', value: money(laterMinor) },
        { label: 'Never, by this forecast', value: money(lostMinor) },
        { label: 'Disputed', value: money(disputedMinor) },
      ]}
      total={{ label: 'Open invoices', value: money(openMinor) }}
      note={basis(forecast)}
      link={{ label: 'Open invoices', href: at.agingHref({}) }}
    />
  );
}

function basis({ paymentCount, backtest: { weeks, missedPercent, dueMissedPercent } }: Forecast): string {
  const made = `${madeOf(paymentCount)}; a promise counts on its day.`;
  if (missedPercent === null) return made;
  return `${made} The last ${weeks.length} weekly forecasts missed ${formatPercent(missedPercent)} of what came; due dates alone missed ${formatPercent(dueMissedPercent)}.`;
}
