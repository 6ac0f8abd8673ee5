import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Explain } from '@/components/explain';
import type { CustomerBalance } from '@/db/queries/customer-balances';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { formatCount, formatMoney } from '@/lib/format';

interface BalanceStripProps {
  readonly balance: CustomerBalance;
  readonly labels: readonly string[];
  /** The customer's line of the aging report, for the same day and currency. */
  readonly agingHref: Route;
}

/** What is owed, what of it is late and what is not due yet; the balance opens as a receipt. */
export function BalanceStrip({ balance, labels, agingHref }: BalanceStripProps) {
  const { currency, totalMinor, lateMinor, creditsMinor, openCount, lateCount, oldestDays } = balance;
  const money = (amount: Minor) => formatMoney(amount, currency);
  const owed = sumOf(balance.bucketsMinor);
  const unapplied = creditsMinor < 0 ? `, ${money(toMinor(-creditsMinor))} unapplied` : '';
  const lines = [
    ...balance.bucketsMinor.flatMap((amount, i) =>
      amount === 0
        ? []
        : [
            {
              label: `${labels[i]}, ${formatCount(balance.bucketCounts[i] ?? 0, 'item')}`,
              value: money(amount),
            },
          ],
    ),
    ...(creditsMinor < 0
      ? [{ label: `Unapplied, ${formatCount(balance.creditCount, 'credit')}`, value: money(creditsMinor) }]
      : []),
  ];
  return (
    <dl className="flex flex-wrap gap-y-4 [&>div]:border-border [&>div]:pr-6 md:[&>div+div]:border-l md:[&>div+div]:pl-6">
      <Figure
        label="Balance"
        value={money(totalMinor)}
        note={`${formatCount(openCount, 'open invoice')}${unapplied}`}
        explain={
          <Explain
            title={`Balance, ${money(totalMinor)}`}
            lines={lines}
            total={{ label: 'Balance', value: money(totalMinor) }}
            link={{ label: 'In the aging report', href: agingHref }}
            note="What is open of every invoice, less money that no invoice has taken yet."
          />
        }
      />
      <Figure
        label="Late"
        value={
          lateCount > 0 ? (
            <Link href={agingHref} className="hover:underline">
              {money(lateMinor)}
            </Link>
          ) : (
            money(lateMinor)
          )
        }
        note={
          oldestDays === null
            ? 'nothing is late'
            : `${formatCount(lateCount, 'invoice')}, oldest ${formatCount(oldestDays, 'day')}`
        }
      />
      <Figure
        label="Not due yet"
        value={money(toMinor(owed - lateMinor))}
        note={formatCount(openCount - lateCount, 'invoice')}
      />
    </dl>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly note: string;
  readonly explain?: ReactNode;
}

function Figure({ label, value, note, explain }: FigureProps) {
  return (
    <div>
      <dt className="flex h-6 items-center gap-0.5 text-meta text-muted-foreground">
        {label}
        {explain}
      </dt>
      <dd>
        <span className="fig block text-[21px] leading-8 font-semibold tracking-[-.02em]">{value}</span>
        <span className="block text-meta text-subtle">{note}</span>
      </dd>
    </div>
  );
}
