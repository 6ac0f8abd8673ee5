import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';
import { SentenceFigure } from './sentence-figure';

interface DueAheadProps {
  readonly amount: Minor;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly until: PlainDate;
  readonly currency: string;
}

/** "$12,000 more falls due by 18 December": what is said of the past, and where there is no forecast. */
export function DueAhead({ amount, asOf, today, until, currency }: DueAheadProps) {
  const rows = `/aging?asOf=${asOf}&currency=${currency}&dueFrom=${asOf}&dueTo=${until}` as const;
  return (
    <>
      {amount === 0 ? 'nothing' : <SentenceFigure amount={amount} currency={currency} href={rows} />} more{' '}
      {until < today ? 'fell' : 'falls'} due by <UntilDay until={until} today={today} />
    </>
  );
}

interface ArrivesAheadProps {
  /** Null while it is reckoned: then as much room is kept as `like` takes. */
  readonly amount: Minor | null;
  readonly like: Minor;
  readonly today: PlainDate;
  readonly until: PlainDate;
  readonly currency: string;
}

/** "about $118,400 should arrive by 18 December". */
export function ArrivesAhead({ amount, like, today, until, currency }: ArrivesAheadProps) {
  return (
    <>
      about{' '}
      {amount === null ? (
        <span aria-hidden className="fig rounded bg-muted font-semibold text-transparent">
          {formatMoney(like, currency, { cents: false })}
        </span>
      ) : (
        <SentenceFigure amount={amount} currency={currency} href={`/cash?currency=${currency}`} />
      )}{' '}
      should arrive by <UntilDay until={until} today={today} />
    </>
  );
}

function UntilDay({ until, today }: { readonly until: PlainDate; readonly today: PlainDate }) {
  return <span className="whitespace-nowrap">{formatDay(until, { today, month: 'long' })}</span>;
}
