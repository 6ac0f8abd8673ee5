import { Check } from 'lucide-react';
import Link from 'next/link';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';

interface NothingLateProps {
  readonly owedMinor: Minor;
  readonly currency: string;
  readonly today: PlainDate;
  /** When the next invoice falls due; null for none within the time that is looked ahead. */
  readonly nextDueOn: PlainDate | null;
}

/** Good news is not an error: everything that is owed is still inside its terms, and this is what comes next. */
export function NothingLate({ owedMinor, currency, today, nextDueOn }: NothingLateProps) {
  const week = `dueFrom=${today}&dueTo=${addDays(today, 7)}` as const;
  const isThisWeek = nextDueOn !== null && nextDueOn <= addDays(today, 7);
  return (
    <div className="flex gap-4 rounded-panel border border-border p-5">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-positive-soft text-positive">
        <Check aria-hidden className="size-5" />
      </span>
      <div>
        <h3 className="text-section">Nothing is late</h3>
        <p className="text-muted-foreground">
          All {formatMoney(owedMinor, currency, { cents: false })} owed to you is still inside its terms.
          {nextDueOn && ` The next invoice falls due on ${formatDay(nextDueOn, { today, weekday: 'long' })}.`}
        </p>
        {isThisWeek && (
          <Link href={`/aging?currency=${currency}&${week}`} className="link mt-1 inline-block">
            See what falls due this week
          </Link>
        )}
      </div>
    </div>
  );
}
