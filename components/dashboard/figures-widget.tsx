import type { ReactNode } from 'react';
import type { KeyFigures } from '@/db/queries/key-figures-by-month';
import { percentCurrent } from '@/lib/domain/measures';
import { type Minor, toMinor } from '@/lib/domain/money';
import { formatCompact, formatCount, formatMoney, formatMonth, formatPercent } from '@/lib/format';
import { Change } from './change';
import { CeiReceipt, DsoReceipt, LateReceipt, OwedReceipt, PromisedReceipt } from './figure-receipts';
import { CEI_TARGET, daysText, percentText } from './figure-words';
import type { WidgetMoment } from './moment';
import { Spark } from './spark';
import { figuresTable, oneDigitText } from './tables/figure-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

interface FiguresWidgetProps {
  readonly figures: KeyFigures;
  readonly at: WidgetMoment;
}

/** The figures that are looked at first: each with the month before, how it went over a year, and what it is made of. */
export function FiguresWidget({ figures, at }: FiguresWidgetProps) {
  const { billed, late, dso, bestPossibleDso, cei, promised } = figures;
  const { currency } = at;
  const whole = (amount: Minor) => formatMoney(amount, currency, { cents: false });
  const compact = (change: number) => formatCompact(toMinor(change), currency);
  const share = formatPercent(percentCurrent(late.now, billed.now));
  const before = formatMonth(figures.inputs.at(-2)?.from ?? at.asOf, 'long');
  return (
    <WidgetFrame
      title="Key figures"
      isBare
      finding={`Owed to you ${whole(billed.now)}, late ${whole(late.now)}, DSO ${daysText(dso.now)}, collection effectiveness ${percentText(cei.now)}`}
      rowsHref={at.agingHref({})}
      table={<WidgetTable table={figuresTable(figures, at)} />}
    >
      <div className="figure-strip">
        <Figure
          name="Owed to you"
          value={whole(billed.now)}
          receipt={<OwedReceipt figures={figures} at={at} />}
          spark={billed.months}
        >
          <Change figure={billed} write={compact} /> vs {before}
        </Figure>
        <Figure
          name="Late"
          value={whole(late.now)}
          receipt={<LateReceipt figures={figures} at={at} />}
          spark={late.months}
        >
          <Change figure={late} write={compact} />, {share} of total
        </Figure>
        <Figure
          name="DSO"
          value={daysText(dso.now)}
          receipt={<DsoReceipt figures={figures} at={at} />}
          spark={dso.months}
        >
          <Change figure={dso} write={oneDigit} />, best possible {oneDigitText(bestPossibleDso.now)}
        </Figure>
        <Figure
          name="Collection effectiveness"
          value={percentText(cei.now)}
          receipt={<CeiReceipt figures={figures} at={at} />}
          spark={cei.months}
        >
          <Change figure={cei} write={oneDigit} />, target {CEI_TARGET}%
        </Figure>
        <Figure
          name="Promised, next 14 days"
          value={whole(promised.amountMinor)}
          receipt={<PromisedReceipt figures={figures} at={at} />}
        >
          {formatCount(promised.count, 'promise')}
          {promised.keptPercent !== null && `, ${formatPercent(promised.keptPercent)} get kept`}
        </Figure>
      </div>
    </WidgetFrame>
  );
}

/** Characters beyond which a figure is written smaller, so that billions fit. */
const WIDE = 12;

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly receipt: ReactNode;
  readonly spark?: readonly (number | null)[];
  readonly children: ReactNode;
}

function Figure({ name, value, receipt, spark, children }: FigureProps) {
  return (
    <div className="min-w-0 px-4 py-3 in-data-arranging:px-3">
      <p className="flex h-6 items-center gap-1 text-meta text-muted-foreground">
        <span className="truncate">{name}</span>
        <span className="contents in-data-arranging:hidden">{receipt}</span>
      </p>
      <p
        className={`fig text-figure font-semibold tracking-[-.025em] whitespace-nowrap ${value.length > WIDE ? 'text-[19px]!' : ''}`}
      >
        {value}
      </p>
      <p className="mt-0.5 flex items-center justify-between gap-2 text-meta text-subtle">
        <span className="min-w-0">{children}</span>
        {spark && <Spark values={spark} />}
      </p>
    </div>
  );
}

function oneDigit(value: number): string {
  return value.toFixed(1);
}
