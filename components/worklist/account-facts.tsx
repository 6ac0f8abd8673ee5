import type { ReactNode } from 'react';
import { AgingBar } from '@/components/aging-bar';
import type { CustomerBalance } from '@/db/queries/customer-balances';
import { bucketLabels } from '@/lib/domain/aging';
import { daysBetween, type PlainDate } from '@/lib/domain/dates';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { formatCount, formatMoney } from '@/lib/format';
import { fromDueText } from '@/lib/slipping-words';

interface AccountFactsProps {
  readonly balance: CustomerBalance;
  /** The number of the invoice that is late the longest; null when nothing is late. */
  readonly oldest: string | null;
  /** Days from due to payment over the last twelve months, weighted by amount, below 0 early; null when nothing was paid. */
  readonly habitDays: number | null;
  readonly lastCalledOn: PlainDate | null;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
}

/** What somebody who calls wants in sight: what is late, since when, how late they pay on average, and when they were last asked. */
export function AccountFacts({ balance, oldest, habitDays, lastCalledOn, today, bounds }: AccountFactsProps) {
  const { currency, lateMinor, creditsMinor, oldestDays, bucketsMinor } = balance;
  const money = (amount: Minor) => formatMoney(amount, currency);
  const unapplied = creditsMinor < 0 ? `, ${money(toMinor(-creditsMinor))} unapplied` : '';
  const calledAgo = lastCalledOn && daysBetween(lastCalledOn, today);
  return (
    <div>
      <dl className="grid grid-cols-2 border-y border-border md:grid-cols-4">
        <Fact label="Late" note={`of ${money(sumOf(bucketsMinor))}${unapplied}`}>
          {money(lateMinor)}
        </Fact>
        <Fact label="Oldest" note={oldest}>
          {oldestDays === null ? '–' : formatCount(oldestDays, 'day')}
        </Fact>
        <Fact
          label="Pays on average"
          note={habitDays === null ? 'nothing paid in a year' : 'by amount, over a year'}
        >
          {habitDays === null ? '–' : fromDueText(habitDays)}
        </Fact>
        <Fact label="Last call" note={null}>
          {calledAgo === null ? 'never' : calledAgo === 0 ? 'today' : `${formatCount(calledAgo, 'day')} ago`}
        </Fact>
      </dl>
      <div className="mt-3">
        <AgingBar amounts={bucketsMinor} labels={bucketLabels(bounds)} currency={currency} size="md" />
      </div>
    </div>
  );
}

interface FactProps {
  readonly label: string;
  readonly note: string | null;
  readonly children: ReactNode;
}

function Fact({ label, note, children }: FactProps) {
  return (
    <div className="border-border px-5 py-3 first:pl-0 max-md:odd:pl-0 max-md:[&:nth-child(n+3)]:border-t max-md:even:border-l md:[&+div]:border-l">
      <dt className="text-meta text-muted-foreground">{label}</dt>
      <dd>
        <span className="fig block text-section font-semibold">{children}</span>
        {note && <span className="block text-meta text-subtle">{note}</span>}
      </dd>
    </div>
  );
}
