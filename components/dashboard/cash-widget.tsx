import { Explain } from '@/components/explain';
import type { CashWeeks } from '@/db/queries/cash-weeks';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatColumn, formatDay, formatMoney } from '@/lib/format';
import type { CashPoint } from './charts/cash-chart';
import { LazyCashChart } from './charts/lazy-charts';
import type { WidgetMoment } from './moment';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

/** What the expectation is made of, beside its line. */
const METHODS: Readonly<Record<CashWeeks['method'], string>> = { due_date: 'due dates' };
/** Weeks that the headline sums up. */
const HEADLINE_WEEKS = 4;

interface CashWidgetProps {
  readonly cash: CashWeeks;
  readonly at: WidgetMoment;
}

/** What came in week by week, and what falls due: on due dates, or on the days for which it was promised. */
export function CashWidget({ cash, at }: CashWidgetProps) {
  const { currency } = at;
  const whole = (amount: Minor) => formatMoney(amount, currency, { cents: false });
  const soon = whole(sumOf(cash.expected.slice(0, HEADLINE_WEEKS).map((week) => week.expectedMinor)));
  const points = pointsOf(cash, at);
  return (
    <WidgetFrame
      title="Cash expected"
      hint={
        <>
          <b className="fig font-medium text-foreground">{soon}</b> falls due in {HEADLINE_WEEKS} weeks
        </>
      }
      finding={`${soon} falls due in ${HEADLINE_WEEKS} weeks; ${whole(sumOf(cash.received.map((week) => week.receivedMinor)))} came in during the last ${cash.received.length} weeks`}
      rowsHref={at.agingHref({ dueFrom: at.asOf, dueTo: cash.expected.at(-1)?.to })}
      tools={<CashReceipt cash={cash} at={at} />}
      table={
        <WidgetTable
          caption={`Received and expected by week, in ${currency}`}
          head={['Week', 'Received', 'Expected']}
          lines={points.map(({ name, received, expected }) => ({
            key: name,
            cells: [name, columnOf(received, currency), columnOf(expected, currency)],
          }))}
        />
      }
    >
      <div className="px-2 pb-3">
        <LazyCashChart points={points} currency={currency} method={METHODS[cash.method]} />
      </div>
    </WidgetFrame>
  );
}

function CashReceipt({ cash, at }: CashWidgetProps) {
  const money = (amount: Minor) => formatMoney(amount, at.currency);
  const ahead = sumOf(cash.expected.map((week) => week.expectedMinor));
  return (
    <Explain
      title={`Cash expected, ${money(ahead)} in ${cash.expected.length} weeks`}
      lines={[
        { label: `Due in ${cash.expected.length} weeks`, value: money(ahead) },
        { label: 'Late already', value: money(cash.overdueMinor) },
        { label: 'Due later', value: money(cash.laterMinor) },
        { label: 'Disputed', value: money(cash.disputedMinor) },
      ]}
      total={{ label: 'Open invoices', value: money(cash.openMinor) }}
      note={`Each invoice on its due date; ${money(cash.promisedMinor)} is on the day for which it was promised. What is late already is in no week: nobody has said when it comes.`}
      link={{
        label: 'What falls due',
        href: at.agingHref({ dueFrom: at.asOf, dueTo: cash.expected.at(-1)?.to }),
      }}
    />
  );
}

function pointsOf({ received, expected }: CashWeeks, { currency, today }: WidgetMoment) {
  const day = (on: PlainDate) => formatDay(on, { today });
  const money = (amount: Minor) => formatMoney(amount, currency, { cents: false });
  const past = received.map(({ from, to, receivedMinor }): CashPoint & { name: string } => ({
    name: `${day(from)} to ${day(to)}`,
    label: day(from),
    received: receivedMinor,
    expected: null,
    range: null,
    tip: { title: `${day(from)} to ${day(to)}`, lines: [{ label: 'Received', value: money(receivedMinor) }] },
  }));
  const ahead = expected.map(
    ({ from, to, expectedMinor, p10Minor, p90Minor }): CashPoint & { name: string } => ({
      name: `${day(from)} to ${day(to)}`,
      label: day(from),
      received: null,
      expected: expectedMinor,
      range: p10Minor === null || p90Minor === null ? null : [p10Minor, p90Minor],
      tip: {
        title: `${day(from)} to ${day(to)}`,
        lines: [
          { label: 'Falls due', value: money(expectedMinor) },
          ...(p10Minor === null || p90Minor === null
            ? []
            : [{ label: '80% likely', value: `${money(p10Minor)}–${money(p90Minor)}` }]),
        ],
      },
    }),
  );
  return [...past, ...ahead];
}

function columnOf(amount: Minor | null, currency: string): string {
  return amount === null ? '–' : formatColumn(amount, currency);
}
