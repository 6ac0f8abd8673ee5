import Link from 'next/link';
import type { ExpectedPayment } from '@/db/queries/expected-payments';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatDay } from '@/lib/format';

interface ExpectedListProps {
  readonly payments: readonly ExpectedPayment[];
  /** Open invoices that are not in the list. */
  readonly more: number;
  readonly today: PlainDate;
  /** False beside the one invoice that it is about. */
  readonly isNumbered: boolean;
}

/** The day on which each open invoice should be paid, the days between which eight of ten such are, and why. */
export function ExpectedList({ payments, more, today, isNumbered }: ExpectedListProps) {
  const day = (on: PlainDate) => formatDay(on, { today });
  return (
    <section>
      <h2 className="mb-2 text-body">Expected</h2>
      <ul className="flex flex-col gap-2">
        {payments.map(({ itemId, documentId, number, expectedOn, earlyOn, lateOn, reason }) => (
          <li key={itemId}>
            <p className="flex justify-between gap-3">
              {isNumbered ? (
                <Link href={`/invoices/${documentId}`} className="truncate">
                  {number}
                </Link>
              ) : (
                <span className="text-muted-foreground">About</span>
              )}
              <span className="fig font-medium whitespace-nowrap">{day(expectedOn)}</span>
            </p>
            <p className="text-meta text-muted-foreground">
              {earlyOn !== lateOn && `Eight of ten between ${day(earlyOn)} and ${day(lateOn)}: `}
              {reason}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-meta text-subtle">
        {more > 0 && `${formatCount(more, 'other invoice')}. `}
        <Link href="/cash" className="link">
          How this is worked out
        </Link>
      </p>
    </section>
  );
}
