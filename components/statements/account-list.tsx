import type { Route } from 'next';
import Link from 'next/link';
import { Money } from '@/components/money';
import type { StatementAccount, StatementAccounts } from '@/db/queries/statement-accounts';
import { formatCount } from '@/lib/format';

interface AccountListProps {
  readonly accounts: StatementAccounts;
  readonly shown: StatementAccount | null;
  readonly hrefOf: (account: StatementAccount) => Route;
}

/** Whose statements there are, each with what it owes; one of them is shown beside it. */
export function AccountList({ accounts: { rows, count, totals }, shown, hrefOf }: AccountListProps) {
  return (
    <nav aria-label="Accounts">
      <h2 className="px-5 pt-4 pb-2 text-body max-md:px-4">{formatCount(count, 'statement')}</h2>
      <ul className="max-lg:max-h-80 max-lg:overflow-y-auto">
        {rows.map((account) => {
          const { customerId, customer, currency, balanceMinor } = account;
          const isShown = shown?.customerId === customerId && shown.currency === currency;
          return (
            <li key={`${customerId} ${currency}`} data-row className="border-t border-border">
              <Link
                href={hrefOf(account)}
                scroll={false}
                data-row-link
                aria-current={isShown ? 'true' : undefined}
                className="flex min-h-10 items-center gap-3 px-5 py-2 hover:bg-card-2 aria-[current]:bg-primary-soft aria-[current]:font-medium max-md:min-h-11 max-md:px-4"
              >
                <span className="min-w-0">{customer}</span>
                <span className="ml-auto shrink-0">
                  <Money amount={balanceMinor} currency={currency} />
                  <span className="ml-2 inline-block min-w-7 text-left text-meta font-normal text-subtle">
                    {currency}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      <dl className="fig grid grid-cols-[1fr_auto] gap-y-1 border-t border-border-strong bg-card-2 px-5 py-2.5 font-medium max-md:px-4">
        {totals.map(({ currency, balanceMinor }) => (
          <div key={currency} className="col-span-2 grid grid-cols-subgrid">
            <dt>All of them</dt>
            <dd className="text-right">
              <Money amount={balanceMinor} currency={currency} />
              <span className="ml-2 inline-block min-w-7 text-left text-meta font-normal text-subtle">
                {currency}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </nav>
  );
}
