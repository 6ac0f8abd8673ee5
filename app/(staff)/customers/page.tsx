import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { CustomerTable } from '@/components/customers/customer-table';
import { DroppedStrip } from '@/components/dropped-strip';
import { ListToolbar } from '@/components/list-toolbar';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { WaysIn } from '@/components/ways-in';
import { CUSTOMERS_PAGE, customerList } from '@/db/queries/customers';
import { withScope } from '@/db/scope';
import { type CustomerShow, readCustomerFilters } from '@/lib/customer-filters';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';
import { type ParamChanges, withParams } from '@/lib/url';

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
  const params = await searchParams;
  const { filters, dropped } = readCustomerFilters(params);
  const { currency, bounds, timeZone } = actor.org;
  const moment = { asOf: todayIn(timeZone), knownAt: null };
  const list = await withScope(actor, 'read', (tx) => customerList(tx, filters, moment, currency));
  const href = (changes: ParamChanges) => withParams('/customers', params, changes);
  const mayWrite = may(actor, 'books:write');
  const isFiltered = filters.q !== '' || filters.show !== 'all';
  if (list.customerCount === 0 && !isFiltered)
    return (
      <Page title="Customers">
        <WaysIn title="No customers yet" mayWrite={mayWrite} />
      </Page>
    );
  return (
    <Page title="Customers" actions={mayWrite && <NewCustomer />}>
      <DroppedStrip names={dropped} />
      <ListToolbar
        path="/customers"
        params={params}
        searchLabel="Find a customer"
        q={filters.q}
        shows={SHOWS}
        show={filters.show}
      />
      {list.customerCount === 0 ? (
        <EmptyState
          title="No customer matches"
          actions={<ButtonLink href="/customers">Show all customers</ButtonLink>}
        >
          {filters.q ? `No name or code contains “${filters.q}” here.` : 'Nobody is in this list.'}
        </EmptyState>
      ) : (
        <>
          <TableKeys />
          <CustomerTable
            list={list}
            filters={filters}
            currency={currency}
            bounds={bounds}
            sortHref={(sort, dir) => href({ sort, dir, page: null })}
          />
        </>
      )}
      <Pager
        page={filters.page}
        pageSize={CUSTOMERS_PAGE}
        total={list.customerCount}
        hrefOf={(page) => href({ page: page === 1 ? null : page })}
      />
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
