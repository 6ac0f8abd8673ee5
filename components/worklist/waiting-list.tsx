import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import type { AwaitedPromise, SnoozedCustomer } from '@/db/queries/work-waiting';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay, formatMoney } from '@/lib/format';
import { route } from '@/lib/url';

interface WaitingListProps {
  readonly snoozed: readonly SnoozedCustomer[];
  readonly awaited: readonly AwaitedPromise[];
  readonly currency: string;
  readonly today: PlainDate;
  /** Puts a customer back on the list; null for a reader. */
  readonly renderBack: ((snooze: SnoozedCustomer) => ReactNode) | null;
}

/** Who is left alone until a later day, and which promises are waited for; what comes first, first. */
export function WaitingList({ snoozed, awaited, currency, today, renderBack }: WaitingListProps) {
  if (snoozed.length === 0 && awaited.length === 0)
    return (
      <EmptyState title="Nobody is waited for">
        Snoozed customers and promises that still run are listed here.
      </EmptyState>
    );
  return (
    <div className="grid gap-x-10 gap-y-8 px-6 py-5 max-md:px-4 lg:grid-cols-2">
      <Group title="Left alone" isEmpty={snoozed.length === 0}>
        {snoozed.map((each) => (
          <Line key={each.snoozeId} customer={each} note={each.reason} action={renderBack?.(each)}>
            until {formatDay(each.until, { today })}
          </Line>
        ))}
      </Group>
      <Group title="Promised" isEmpty={awaited.length === 0}>
        {awaited.map((each) => (
          <Line key={each.promiseId} customer={each} note={null} action={null}>
            <span className="fig">{formatMoney(each.amountMinor, currency)}</span> by{' '}
            {formatDay(each.promisedFor, { today })}
          </Line>
        ))}
      </Group>
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Group({ title, isEmpty, children }: GroupProps) {
  return (
    <section>
      <h2 className="mb-1 text-section">{title}</h2>
      {isEmpty ? <p className="text-muted-foreground">Nobody.</p> : <ul>{children}</ul>}
    </section>
  );
}

interface LineProps {
  readonly customer: { readonly customerId: string; readonly customer: string };
  readonly note: string | null;
  readonly action: ReactNode;
  readonly children: ReactNode;
}

function Line({ customer: { customerId, customer }, note, action, children }: LineProps) {
  return (
    <li data-row className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border py-2">
      <Link
        href={route(`/worklist?customer=${customerId}`)}
        data-row-link
        className="font-medium hover:underline"
      >
        {customer}
      </Link>
      <span className="text-muted-foreground">{children}</span>
      {note && <span className="text-muted-foreground">{note}</span>}
      {action && <span className="ml-auto">{action}</span>}
    </li>
  );
}
