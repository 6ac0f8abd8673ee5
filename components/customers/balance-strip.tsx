import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Explain } from '@/components/explain';
import type { CustomerBalance } from '@/db/queries/customer-balances';
import { type Minor, toMinor } from '@/lib/domain/money';
import { formatCount, formatMoney } from '@/lib/format';
import { Figure } from './figure';

interface BalanceStripProps {
  readonly balance: CustomerBalance;
  readonly labels: readonly string[];
  /** The customer's line of the aging report, for the same day and currency. */
  readonly agingHref: Route;
  /** Further figures of the strip. */
  readonly children?: ReactNode;
}

/** What is owed and what of it is late; the balance opens as a receipt. */
export function BalanceStrip({ balance, labels, agingHref, children }: BalanceStripProps) {
  const { currency, totalMinor, lateMinor, creditsMinor, openCount, lateCount, oldestDays } = balance;
  const money = (amount: Minor) => formatMoney(amount, currency);
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
      {children}
    </dl>
  );
}
