import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { ChipList } from '@/components/chip-list';
import { DroppedStrip } from '@/components/dropped-strip';
import { Page } from '@/components/shell/page';
import { AccountList } from '@/components/statements/account-list';
import { StatementOnScreen } from '@/components/statements/statement-paper';
import { TableKeys } from '@/components/table-keys';
import { ButtonLink } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import { EmptyState } from '@/components/ui/empty-state';
import { KeysetPager } from '@/components/ui/keyset-pager';
import { PrintButton } from '@/components/ui/print-button';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { may } from '@/lib/permissions';
import { readStatementFilters, statementParams } from '@/lib/statement-filters';
import { type ParamChanges, withParams } from '@/lib/url';
import { customerChips, NO_FILTERS } from '../customers/chips';
import { readStatements } from './read';
import { StatementToolbar } from './toolbar';

export const metadata: Metadata = { title: 'Statements' };

/** What customers are told of their accounts: one on screen, any of them as PDF. All its state is in the URL. */
export default async function StatementsPage({ searchParams }: PageProps<'/statements'>) {
  const actor = await requireStaff('books:read');
  const { currency, timeZone } = actor.org;
  const { filters, dropped } = readStatementFilters(await searchParams, currency, todayIn(timeZone));
  const { accounts, asked, paper, choices } = await readStatements(actor, filters);
  const params = statementParams(filters, currency);
  const href = (changes: ParamChanges) => withParams('/statements', params, changes);
  const from = filters.kind === 'activity' ? filters.from : null;
  const mayExport = may(actor, 'books:export');
  return (
    <Page
      title="Statements"
      parents={[{ label: 'Customers', href: '/customers' }]}
      actions={
        <>
          {mayExport && asked && paper && (
            <DownloadButton
              href={withParams(
                `/exports/statements/${asked.customerId}`,
                {},
                { currency: asked.currency, from, asOf: filters.to },
              )}
              label="PDF of this one"
            />
          )}
          {mayExport && accounts.count > 1 && (
            <DownloadButton
              href={withParams('/exports/statements', params, {})}
              label={`PDF of all ${formatCount(accounts.count)}`}
              className="max-md:hidden"
            />
          )}
          <PrintButton className="max-md:hidden" />
        </>
      }
    >
      <DroppedStrip names={dropped} />
      <StatementToolbar
        filters={filters}
        params={params}
        choices={choices}
        count={accounts.count}
        href={href}
      />
      <ChipList
        chips={customerChips(filters.who, href)}
        clearHref={href(NO_FILTERS)}
        className="border-b border-border px-5 py-2 max-md:px-4"
      />
      {!paper ? (
        <EmptyState
          title="Nothing to state"
          actions={<ButtonLink href="/statements">All with a balance</ButtonLink>}
        >
          No customer that was asked for had anything open, or booked, in these days.
        </EmptyState>
      ) : (
        <div className="flex flex-1 max-lg:flex-col">
          <div className="w-[320px] shrink-0 border-border max-lg:w-full max-lg:border-b lg:border-r print:hidden">
            <TableKeys />
            <AccountList
              accounts={accounts}
              shown={
                accounts.rows.find(
                  (row) => row.customerId === asked?.customerId && row.currency === asked.currency,
                ) ?? null
              }
              hrefOf={(account) =>
                href({
                  at: account.customerId,
                  in: account.currency,
                  after: filters.after && JSON.stringify(filters.after),
                })
              }
            />
            <KeysetPager
              shown={accounts.rows.length}
              of={formatCount(accounts.count)}
              firstHref={filters.after && href({})}
              nextHref={accounts.next && href({ after: JSON.stringify(accounts.next) })}
            />
          </div>
          <div className="flex min-w-0 flex-1 justify-center bg-background px-6 py-6 max-md:px-4 print:bg-transparent print:p-0">
            <StatementOnScreen content={paper} />
          </div>
        </div>
      )}
    </Page>
  );
}
