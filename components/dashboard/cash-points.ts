import type { CashWeeks } from '@/db/queries/cash-weeks';
import type { Forecast } from '@/db/queries/forecast';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';
import type { CashPoint } from './charts/cash-chart';
import type { WidgetMoment } from './moment';

/** A week of the chart, with its days in words and what falls due in it; null before the day that is reported on. */
export interface NamedCashPoint extends CashPoint {
  readonly name: string;
  readonly due: Minor | null;
}

/** The weeks that went by and those to come, as the chart and its table show them. */
export function cashPoints(
  { received }: CashWeeks,
  { weeks }: Forecast,
  { currency, today }: WidgetMoment,
): NamedCashPoint[] {
  const day = (on: PlainDate) => formatDay(on, { today });
  const money = (amount: Minor) => formatMoney(amount, currency, { cents: false });
  const named = ({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }) => ({
    name: `${day(from)} to ${day(to)}`,
    label: day(from),
  });
  const past = received.map((week): NamedCashPoint => {
    const { name, label } = named(week);
    const tip = { title: name, lines: [{ label: 'Received', value: money(week.receivedMinor) }] };
    return { name, label, received: week.receivedMinor, expected: null, range: null, due: null, tip };
  });
  const ahead = weeks.map((week): NamedCashPoint => {
    const { name, label } = named(week);
    const { expectedMinor, p10Minor, p90Minor, dueMinor } = week;
    const lines = [
      { label: 'Expected', value: money(expectedMinor) },
      { label: '80% likely', value: `${money(p10Minor)}–${money(p90Minor)}` },
      { label: 'By due dates', value: money(dueMinor) },
    ];
    const range = [p10Minor, p90Minor] as const;
    return {
      name,
      label,
      received: null,
      expected: expectedMinor,
      range,
      due: dueMinor,
      tip: { title: name, lines },
    };
  });
  return [...past, ...ahead];
}
