import { ByDueDates } from '@/components/cash/by-due-dates';
import { dueSoon } from '@/components/cash/due-soon';
import { Explain } from '@/components/explain';
import type { CashWeeks } from '@/db/queries/cash-weeks';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';
import type { NoForecast } from '@/lib/no-forecast';
import { withParams } from '@/lib/url';
import { duePoints } from './cash-points';
import { CHART_HEIGHT } from './charts/chart-look';
import { LazyCashChart } from './charts/lazy-charts';
import type { WidgetMoment } from './moment';
import { dueCashTable } from './tables/money-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface DueCashWidgetProps {
  readonly cash: CashWeeks;
  readonly missing: NoForecast;
  readonly at: WidgetMoment;
}

/** Pixels of the line that says that there is no forecast. */
const SAID_HEIGHT = 44;

/** What came in, and what falls due or was promised: what can be said of cash while there is no forecast. */
export function DueCashWidget({ cash, missing, at }: DueCashWidgetProps) {
  const { currency, today } = at;
  const whole = (amount: Minor) => formatMoney(amount, currency, { cents: false });
  const soon = dueSoon(cash, at.asOf);
  const due = whole(soon.dueMinor);
  const until = formatDay(soon.until, { today });
  const points = duePoints(cash, at);
  return (
    <WidgetFrame
      title="Cash expected"
      hint={
        <>
          <b className="fig font-medium text-foreground">{due}</b> due by {until}
        </>
      }
      finding={`There is no forecast; ${due} falls due or is promised up to ${until}, and ${whole(cash.overdueMinor)} is late already`}
      rowsHref={withParams('/cash', { currency }, { asOf: at.asOf === today ? null : at.asOf })}
      tools={<DueCashReceipt cash={cash} currency={currency} />}
      table={<WidgetTable table={dueCashTable(points, cash, { currency, missing })} />}
    >
      <ByDueDates missing={missing} className="min-h-11 px-4 py-1.5" />
      <div className="px-2 pb-3">
        <LazyCashChart
          points={points}
          currency={currency}
          method="due or promised"
          height={CHART_HEIGHT - SAID_HEIGHT}
        />
      </div>
    </WidgetFrame>
  );
}

function DueCashReceipt({ cash, currency }: { readonly cash: CashWeeks; readonly currency: string }) {
  const { expected, overdueMinor, laterMinor, disputedMinor, openMinor } = cash;
  const money = (amount: Minor) => formatMoney(amount, currency);
  const ahead = sumOf(expected.map((week) => week.expectedMinor));
  return (
    <Explain
      title={`Due or promised, ${money(ahead)} in ${expected.length} weeks`}
      lines={[
        { label: `Due or promised in ${expected.length} weeks`, value: money(ahead) },
        { label: 'Late already, with no promise', value: money(overdueMinor) },
        { label: 'Later', value: money(laterMinor) },
        { label: 'Disputed', value: money(disputedMinor) },
      ]}
      total={{ label: 'Open invoices', value: money(openMinor) }}
      note="Every invoice on its due day, and what is promised on the day of the promise. How customers pay is left out."
    />
  );
}
