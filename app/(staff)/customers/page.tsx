import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { CustomerFilterPanel } from '@/components/customers/customer-filter-panel';
import { CustomerTable } from '@/components/customers/customer-table';
import { ExportMenu } from '@/components/explore/export-menu';
import { ListFrame } from '@/components/list-frame';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { WaysIn } from '@/components/ways-in';
import { type CustomerShow, customerParams, isNarrowed, readCustomerFilters } from '@/lib/customer-filters';
import { todayIn } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import { formatCount } from '@/lib/format';
import { may } from '@/lib/permissions';
import { type ParamChanges, withParams } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { ViewBar } from '../_views/view-bar';
import { customerChips, NO_FILTERS } from './chips';
import { CustomerSelection } from './customer-selection';
import { readCustomerList } from './read-list';

export const metadata: Metadata = { title: 'Customers' };

const SHOWS: readonly { show: CustomerShow; label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'owing', label: 'Owing' },
  { show: 'late', label: 'Late' },
  { show: 'unapplied', label: 'Unapplied' },
  { show: 'archived', label: 'Archived' },
];

/** Who there is, what each owes and how late. All its state is in the URL. */
export default async function CustomersPage({ searchParams }: PageProps<'/customers'>) {
  const actor = await requireStaff('books:read');
  const { org } = actor;
  const { filters, dropped } = readCustomerFilters(await searchParams, org.currency);
  const { list, standings, choices, views } = await readCustomerList(actor, filters);
  const params = customerParams(filters, org.currency);
  const href = (changes: ParamChanges) => withParams('/customers', params, changes);
  const mayWrite = may(actor, 'books:write');
  const mayExport = may(actor, 'books:export');
  if (list.customerCount === 0 && !isNarrowed(filters))
    return (
      <Page title="Customers">
        <WaysIn title="No customers yet" mayWrite={mayWrite} />
      </Page>
    );
  const ownTotals = list.totals.find(({ currency }) => currency === filters.currency);
  return (
    <Page
      title="Customers"
      actions={
        mayWrite && (
          <>
            <ButtonLink href="/customers/duplicates" size="sm" className="max-md:hidden">
              Find duplicates
            </ButtonLink>
            <NewCustomer />
          </>
        )
      }
    >
      <ListFrame
        path="/customers"
        params={params}
        dropped={dropped}
        searchLabel="Find a customer"
        q={filters.q}
        shows={SHOWS}
        show={filters.show}
        chips={customerChips(filters, href)}
        clearHref={href(NO_FILTERS)}
        tools={
          <>
            <CustomerFilterPanel
              key={href({})}
              path="/customers"
              filters={filters}
              choices={choices}
              params={params}
            />
            <ViewBar actor={actor} views={views} address={href({})} />
            {mayExport && (
              <ExportMenu
                files={[
                  {
                    label: 'CSV, these customers',
                    holds: formatCount(list.customerCount, 'row'),
                    href: withParams('/exports/customers', params, {}),
                  },
                ]}
              />
            )}
          </>
        }
        noun="customer"
        shown={list.rows.length}
        count={list.customerCount}
        isFirst={filters.after === null}
        next={list.next}
      >
        {list.customerCount === 0 ? (
          <EmptyState
            title="No customer matches"
            actions={<ButtonLink href="/customers">Show all customers</ButtonLink>}
          >
            {filters.q ? `No name or code contains “${filters.q}” here.` : 'Nobody is in this list.'}
          </EmptyState>
        ) : (
          <>
            <CustomerSelection
              currency={filters.currency}
              all={{ count: list.customerCount, openMinor: ownTotals?.totalMinor ?? ZERO }}
              address={href({})}
              mayWrite={mayWrite}
              mayExport={mayExport}
              mayRemind={may(actor, 'mail:manage')}
              choices={choices}
              requestId={uuid7()}
            />
            <CustomerTable
              list={list}
              standings={standings}
              filters={filters}
              bounds={org.bounds}
              today={todayIn(org.timeZone)}
              href={href}
            />
          </>
        )}
      </ListFrame>
    </Page>
  );
}

function NewCustomer() {
  return (
    <ButtonLink href="/customers/new" variant="primary" size="sm">
      <Plus aria-hidden />
      New customer
    </ButtonLink>
  );
}
