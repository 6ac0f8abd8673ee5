import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PromiseRecord } from '@/db/queries/promise-record';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay, formatMoney } from '@/lib/format';

interface PromiseStripProps {
  readonly promised: PromiseRecord;
  readonly today: PlainDate;
  /** What can be done about it. */
  readonly children: ReactNode;
}

/** Says that the latest promise was not kept. Draws nothing while it may still be, or once it was. */
export function PromiseStrip({
  promised: { latest, keptCount, endedCount },
  today,
  children,
}: PromiseStripProps) {
  if (latest?.status !== 'broken' && latest?.status !== 'partly_kept') return null;
  const slipped = endedCount - keptCount;
  const money = (amount: typeof latest.amountMinor) => formatMoney(amount, latest.currency);
  return (
    <section
      aria-label="Broken promise"
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-panel bg-destructive-soft px-4 py-3"
    >
      <CircleAlert aria-hidden className="size-4 shrink-0 text-destructive" />
      <p className="min-w-0 flex-1 max-md:basis-4/5">
        <b className="font-semibold">
          They promised {money(latest.amountMinor)} by{' '}
          {formatDay(latest.promisedFor, { today, weekday: 'short' })}.{' '}
          {latest.receivedMinor > 0
            ? `Only ${money(latest.receivedMinor)} has arrived.`
            : 'It has not arrived.'}
        </b>{' '}
        {slipped > 1 && `${slipped} promises slipped within a year.`}
      </p>
      <span className="flex gap-2 print:hidden">{children}</span>
    </section>
  );
}
