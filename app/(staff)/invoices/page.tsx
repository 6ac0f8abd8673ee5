import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { DocumentChips } from '@/components/document-chips';
import { DroppedStrip } from '@/components/dropped-strip';
import { InvoiceTable } from '@/components/invoices/invoice-table';
import { ListToolbar } from '@/components/list-toolbar';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { WaysIn } from '@/components/ways-in';
import { BOOK_PAGE } from '@/db/queries/document-book';
import { invoiceBook } from '@/db/queries/invoice-book';
import { withScope } from '@/db/scope';
import { type InvoiceShow, readInvoiceFilters } from '@/lib/document-filters';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';

export const metadata: Metadata = { title: 'Invoices' };

const SHOWS: readonly { show: InvoiceShow; label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'owed', label: 'Owed' },
  { show: 'late', label: 'Late' },
  { show: 'paid', label: 'Paid' },
  { show: 'void', label: 'Void' },
];

/** What was billed, newest first. All its state is in the URL. */
export default async function InvoicesPage({ searchParams }: PageProps<'/invoices'>) {
  const actor = await requireStaff('books:read');
  const params = await searchParams;
  const { filters, dropped } = readInvoiceFilters(params);
  const today = todayIn(actor.org.timeZone);
  const book = await withScope(actor, 'read', (tx) => invoiceBook(tx, filters, today));
  const count = book.totals.reduce((sum, each) => sum + each.count, 0);
  const mayWrite = may(actor, 'books:write');
  const { q, show, customerId, currency } = filters;
  const isFiltered = q !== '' || show !== 'all' || customerId !== null || currency !== null;
  if (count === 0 && !isFiltered)
    return (
      <Page title="Invoices">
        <WaysIn title="No invoices yet" mayWrite={mayWrite} />
      </Page>
    );
  return (
    <Page title="Invoices" actions={mayWrite && <NewInvoice />}>
      <DroppedStrip names={dropped} />
      <ListToolbar
        path="/invoices"
        params={params}
        searchLabel="Find a number or customer"
        q={q}
        shows={SHOWS}
        show={show}
      />
      <DocumentChips
        path="/invoices"
        params={params}
        filters={filters}
        customer={book.rows[0]?.customer ?? null}
      />
      {count === 0 ? (
        <EmptyState
          title="No invoice matches"
          actions={<ButtonLink href="/invoices">Show all invoices</ButtonLink>}
        >
          {q ? `No number and no customer here contains “${q}”.` : 'There is none of this kind.'}
        </EmptyState>
      ) : (
        <>
          <TableKeys />
          <InvoiceTable book={book} today={today} bounds={actor.org.bounds} />
        </>
      )}
      <Pager
        page={filters.page}
        pageSize={BOOK_PAGE}
        total={count}
        hrefOf={(page) => withParams('/invoices', params, { page: page === 1 ? null : page })}
      />
    </Page>
  );
}

function NewInvoice() {
  return (
    <ButtonLink href="/invoices/new" variant="primary" size="sm">
      <Plus aria-hidden />
      New invoice
    </ButtonLink>
  );
}
