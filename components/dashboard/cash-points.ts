import type { CashWeeks } from '@/db/queries/cash-weeks';
import type { Forecast } from '@/db/queries/forecast';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';
import type { CashPoint } from './charts/cash-chart';
import type { ChartTip } from './charts/chart-tooltip';
import type { WidgetMoment } from './moment';

/** A week of the chart, with its days in words and what falls due in it; null before the day that is reported on. */
export interface NamedCashPoint extends CashPoint {
  readonly name: string;
  readonly due: Minor | null;
}

interface Week {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The weeks that went by and those to come, as the chart and its table show them. */
export function cashPoints(cash: CashWeeks, { weeks }: Forecast, at: WidgetMoment): NamedCashPoint[] {
  const money = moneyIn(at);
  const ahead = weeks.map((week): NamedCashPoint => {
    const { expectedMinor, p10Minor, p90Minor, dueMinor } = week;
    const lines = [
      { label: 'Expected', value: money(expectedMinor) },
      { label: '80% likely', value: `${money(p10Minor)}–${money(p90Minor)}` },
      { label: 'By due dates', value: money(dueMinor) },
    ];
    const amounts = { expected: expectedMinor, range: [p10Minor, p90Minor], due: dueMinor } as const;
    return { ...pointOf(week, lines, at), ...amounts };
  });
  return [...receivedPoints(cash, at), ...ahead];
}

/** The same by due days and promises alone. */
export function duePoints(cash: CashWeeks, at: WidgetMoment): NamedCashPoint[] {
  const ahead = cash.expected.map((week): NamedCashPoint => {
    const lines = [{ label: 'Due or promised', value: moneyIn(at)(week.expectedMinor) }];
    return { ...pointOf(week, lines, at), expected: week.expectedMinor, due: week.expectedMinor };
  });
  return [...receivedPoints(cash, at), ...ahead];
}

function receivedPoints({ received }: CashWeeks, at: WidgetMoment): NamedCashPoint[] {
  return received.map((week) => {
    const lines = [{ label: 'Received', value: moneyIn(at)(week.receivedMinor) }];
    return { ...pointOf(week, lines, at), received: week.receivedMinor };
  });
}

function pointOf({ from, to }: Week, lines: ChartTip['lines'], { today }: WidgetMoment): NamedCashPoint {
  const day = (on: PlainDate) => formatDay(on, { today });
  const name = `${day(from)} to ${day(to)}`;
  const nothing = { received: null, expected: null, range: null, due: null };
  return { name, label: day(from), ...nothing, tip: { title: name, lines } };
}

function moneyIn({ currency }: WidgetMoment): (amount: Minor) => string {
  return (amount) => formatMoney(amount, currency, { cents: false });
}
