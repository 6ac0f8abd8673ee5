import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { DocumentBookFrame } from '@/components/document-book-frame';
import { InvoiceFilterPanel } from '@/components/invoices/invoice-filter-panel';
import { InvoiceTable } from '@/components/invoices/invoice-table';
import { InvoiceTabs } from '@/components/invoices/invoice-tabs';
import { ListToolbar } from '@/components/list-toolbar';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { WaysIn } from '@/components/ways-in';
import { currenciesInUse } from '@/db/queries/currencies';
import { customerLabels } from '@/db/queries/customer-labels';
import { BOOK_PAGE } from '@/db/queries/document-book';
import { invoiceBook } from '@/db/queries/invoice-book';
import { viewList } from '@/db/queries/views';
import { withScope } from '@/db/scope';
import { type InvoiceShow, isNarrowed, readInvoiceFilters } from '@/lib/document-filters';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';
import { type ParamChanges, withParams } from '@/lib/url';
import { ViewBar } from '../_views/view-bar';
import { invoiceChips, NO_FILTERS } from './chips';
import { DraftsList } from './drafts-list';

export const metadata: Metadata = { title: 'Invoices' };

const SHOWS: readonly { show: InvoiceShow | 'draft'; label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'owed', label: 'Owed' },
  { show: 'late', label: 'Late' },
  { show: 'paid', label: 'Paid' },
  { show: 'void', label: 'Void' },
  { show: 'draft', label: 'Drafts' },
];

/** What was billed, newest first. All its state is in the URL. */
export default async function InvoicesPage({ searchParams }: PageProps<'/invoices'>) {
  const actor = await requireStaff('books:read');
  const params = await searchParams;
  const mayWrite = may(actor, 'books:write');
  if (params.show === 'draft')
    return (
      <Page
        title="Invoices"
        beside={<InvoiceTabs current="/invoices" />}
        actions={mayWrite && <NewInvoice />}
      >
        <ListToolbar
          path="/invoices"
          params={{ show: 'draft' }}
          searchLabel="Find a number or customer"
          q=""
          shows={SHOWS}
          show="draft"
        />
        <DraftsList actor={actor} after={[params.after ?? ''].flat()[0] ?? ''} />
      </Page>
    );
  const { filters, dropped } = readInvoiceFilters(params, actor.org.currency);
  const today = todayIn(actor.org.timeZone);
  const { book, labels, currencies, views } = await withScope(actor, 'read', async (tx) => ({
    book: await invoiceBook(tx, filters, today),
    labels: await customerLabels(tx),
    currencies: await currenciesInUse(tx, { asOf: today, knownAt: null }),
    views: await viewList(tx, actor.userId, '/invoices'),
  }));
  const href = (changes: ParamChanges) => withParams('/invoices', params, changes);
  const count = book.totals.reduce((sum, each) => sum + each.count, 0);
  if (count === 0 && !isNarrowed(filters))
    return (
      <Page title="Invoices">
        <WaysIn title="No invoices yet" mayWrite={mayWrite} />
      </Page>
    );
  return (
    <Page title="Invoices" beside={<InvoiceTabs current="/invoices" />} actions={mayWrite && <NewInvoice />}>
      <DocumentBookFrame
        path="/invoices"
        params={params}
        filters={filters}
        dropped={dropped}
        searchLabel="Find a number or customer"
        shows={SHOWS}
        chips={invoiceChips(filters, book.rows[0]?.customer ?? null, href)}
        clearHref={href(NO_FILTERS)}
        tools={
          <>
            <InvoiceFilterPanel
              key={href({})}
              filters={filters}
              params={params}
              {...labels}
              currencies={currencies}
              usualCurrency={actor.org.currency}
            />
            <ViewBar actor={actor} views={views} address={href({ page: null })} />
          </>
        }
        count={count}
        pageSize={BOOK_PAGE}
      >
        {count === 0 ? (
          <EmptyState
            title="No invoice matches"
            actions={<ButtonLink href="/invoices">Show all invoices</ButtonLink>}
          >
            {filters.q
              ? `No number and no customer here contains “${filters.q}”.`
              : 'There is none of this kind.'}
          </EmptyState>
        ) : (
          <InvoiceTable book={book} today={today} bounds={actor.org.bounds} />
        )}
      </DocumentBookFrame>
    </Page>
  );
}

function NewInvoice() {
  return (
    <>
      <ButtonLink href="/invoices/batch" size="sm" className="max-md:hidden">
        Bill many at once
      </ButtonLink>
      <ButtonLink href="/invoices/new" variant="primary" size="sm">
        <Plus aria-hidden />
        New invoice
      </ButtonLink>
    </>
  );
}
