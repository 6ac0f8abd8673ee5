import type { CashWeeks } from '@/db/queries/cash-weeks';
import type { Forecast } from '@/db/queries/forecast';
import { typicalOf } from '@/lib/domain/forecast/cash-forecast';
import { sumOf } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';
import { withParams } from '@/lib/url';
import { cashPoints } from './cash-points';
import { CashReceipt } from './cash-receipt';
import { CHART_HEIGHT } from './charts/chart-look';
import { LazyCashChart } from './charts/lazy-charts';
import type { WidgetMoment } from './moment';
import { cashTable } from './tables/money-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface CashWidgetProps {
  readonly cash: CashWeeks;
  readonly forecast: Forecast;
  readonly at: WidgetMoment;
}

/** What came in week by week, and what habits, promises and due dates say will come, with the range it will lie in. */
export function CashWidget({ cash, forecast, at }: CashWidgetProps) {
  const { currency, today } = at;
  const whole = (amount: Parameters<typeof formatMoney>[0]) =>
    formatMoney(amount, currency, { cents: false });
  const { total } = forecast;
  const headline = whole(typicalOf(total));
  const likely = `${whole(total.p10Minor)}–${whole(total.p90Minor)}`;
  const until = formatDay(total.to, { today });
  const points = cashPoints(cash, forecast, at);
  return (
    <WidgetFrame
      title="Cash expected"
      hint={
        <>
          <b className="fig font-medium text-foreground">{headline}</b> by {until}, 80% likely{' '}
          <span className="fig">{likely}</span>
        </>
      }
      finding={`${headline} should come in by ${until}, 80% likely between ${whole(total.p10Minor)} and ${whole(total.p90Minor)}; ${whole(sumOf(cash.received.map((week) => week.receivedMinor)))} came in during the last ${cash.received.length} weeks`}
      rowsHref={withParams('/cash', { currency }, { asOf: at.asOf === today ? null : at.asOf })}
      tools={<CashReceipt forecast={forecast} at={at} />}
      table={<WidgetTable table={cashTable(points, currency)} />}
    >
      <div className="px-2 pb-3">
        <LazyCashChart points={points} currency={currency} method="expected" height={CHART_HEIGHT} />
      </div>
    </WidgetFrame>
  );
}
