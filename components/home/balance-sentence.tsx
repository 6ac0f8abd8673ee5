import type { ReactNode } from 'react';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { SentenceFigure } from './sentence-figure';

interface BalanceSentenceProps {
  readonly owedMinor: Minor;
  readonly lateMinor: Minor;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly currency: string;
  /** What comes after "and": what will come in, or falls due. */
  readonly ahead: ReactNode;
}

/** What is owed, in one sentence whose figures lead to the rows behind them. */
export function BalanceSentence({
  owedMinor,
  lateMinor,
  asOf,
  today,
  currency,
  ahead,
}: BalanceSentenceProps) {
  const at = `asOf=${asOf}&currency=${currency}`;
  const isPast = asOf < today;
  const late: ReactNode =
    lateMinor > 0 ? (
      <>
        {lateMinor === owedMinor ? (
          'All'
        ) : (
          <SentenceFigure amount={lateMinor} currency={currency} href={`/aging?${at}&group=item&show=late`} />
        )}{' '}
        of it {isPast ? 'was' : 'is'} late,
      </>
    ) : (
      <>Nothing {isPast ? 'was' : 'is'} late,</>
    );
  return (
    <h2 className="max-w-[880px] text-[22px] leading-8 font-normal tracking-[-.022em] text-muted-foreground md:text-hero">
      You {isPast ? 'were' : 'are'} owed{' '}
      <SentenceFigure amount={owedMinor} currency={currency} href={`/aging?${at}`} />. {late} and {ahead}.
    </h2>
  );
}
