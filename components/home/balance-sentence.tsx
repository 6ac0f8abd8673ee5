import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';

interface BalanceSentenceProps {
  readonly owedMinor: Minor;
  readonly lateMinor: Minor;
  /** What falls due from `asOf` to `until`. */
  readonly dueMinor: Minor;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly until: PlainDate;
  readonly currency: string;
}

/** What is owed, in one sentence whose figures lead to the rows behind them. */
export function BalanceSentence({
  owedMinor,
  lateMinor,
  dueMinor,
  asOf,
  today,
  until,
  currency,
}: BalanceSentenceProps) {
  const at = `asOf=${asOf}&currency=${currency}`;
  const figure = (amount: Minor, href: Route) => (
    <Link
      href={href}
      className="fig font-semibold text-foreground underline decoration-border-strong decoration-[1.5px] underline-offset-[6px] hover:decoration-primary"
    >
      {formatMoney(amount, currency, { cents: false })}
    </Link>
  );
  const isPast = asOf < today;
  const late: ReactNode =
    lateMinor > 0 ? (
      <>
        {lateMinor === owedMinor ? 'All' : figure(lateMinor, `/aging?${at}&show=late`)} of it{' '}
        {isPast ? 'was' : 'is'} late,
      </>
    ) : (
      <>Nothing {isPast ? 'was' : 'is'} late,</>
    );
  return (
    <h2 className="max-w-[880px] text-[22px] leading-8 font-normal tracking-[-.022em] text-balance text-muted-foreground md:text-hero">
      You {isPast ? 'were' : 'are'} owed {figure(owedMinor, `/aging?${at}`)}. {late} and{' '}
      {dueMinor === 0 ? 'nothing' : figure(dueMinor, `/aging?${at}&dueFrom=${asOf}&dueTo=${until}`)} more{' '}
      {isPast ? 'fell' : 'falls'} due by{' '}
      <span className="whitespace-nowrap">{formatDay(until, { today, month: 'long' })}</span>.
    </h2>
  );
}
