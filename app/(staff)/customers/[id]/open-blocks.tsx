import type { Route } from 'next';
import Link from 'next/link';
import { AgeLegend } from '@/components/customers/age-legend';
import { BalanceStrip } from '@/components/customers/balance-strip';
import { HabitFigures } from '@/components/customers/habit-figures';
import { OpenItemsTable } from '@/components/customers/open-items-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { Organization } from '@/lib/actor';
import { bucketLabels } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { route } from '@/lib/url';
import { OpenItemsHead } from './open-items-head';
import type { CustomerRead } from './read';

interface OpenBlocksProps {
  readonly org: Organization;
  readonly read: CustomerRead;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly applyHref: ((itemId: string) => Route) | null;
}

/** One block per currency: balance, aging bar, open items. Currencies are never added together. */
export function OpenBlocks({ org, read, asOf, today, applyHref }: OpenBlocksProps) {
  const { customer, balances, items, credits, claims } = read;
  const labels = bucketLabels(org.bounds);
  if (balances.length === 0)
    return (
      <section className="panel flex">
        <EmptyState title="Nothing is open" tone="good">
          {customer.name} {asOf === today ? 'owes' : 'owed'} nothing, and no money waits to be applied.
        </EmptyState>
      </section>
    );
  return balances.map((balance) => {
    const { currency } = balance;
    const debits = items.filter((item) => item.currency === currency && item.amountMinor > 0);
    return (
      <section key={currency} aria-label={`In ${currency}`} className="flex flex-col gap-5">
        <BalanceStrip
          balance={balance}
          labels={labels}
          agingHref={`/aging?customer=${customer.id}&currency=${currency}&asOf=${asOf}`}
        >
          {currency === customer.currency && <HabitFigures habit={read.habit} promised={read.promised} />}
        </BalanceStrip>
        <AgeLegend balance={balance} labels={labels} />
        <section className="panel overflow-hidden" aria-labelledby={`open-${currency}`}>
          <OpenItemsHead customerId={customer.id} currency={currency} openCount={balance.openCount} />
          <OpenItemsTable
            customer={customer.name}
            currency={currency}
            debits={debits}
            credits={credits.filter((credit) => credit.currency === currency)}
            balanceMinor={balance.totalMinor}
            claims={claims}
            asOf={asOf}
            today={today}
            bounds={org.bounds}
            applyHref={applyHref}
          />
          {debits.length < balance.openCount && (
            <p className="border-t border-border px-5 py-2.5 text-muted-foreground">
              The oldest {formatCount(debits.length)} of {formatCount(balance.openCount)} are shown; the
              balance counts all of them.{' '}
              <Link
                href={route(`/invoices?customer=${customer.id}&show=owed&currency=${currency}`)}
                className="link"
              >
                See them all
              </Link>
            </p>
          )}
        </section>
      </section>
    );
  });
}
