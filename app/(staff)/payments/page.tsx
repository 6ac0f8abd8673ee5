import { Banknote } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { DocumentChips } from '@/components/document-chips';
import { DroppedStrip } from '@/components/dropped-strip';
import { ListToolbar } from '@/components/list-toolbar';
import { PaymentTable } from '@/components/payments/payment-table';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { BOOK_PAGE } from '@/db/queries/document-book';
import { paymentBook } from '@/db/queries/payment-book';
import { withScope } from '@/db/scope';
import { type PaymentShow, readPaymentFilters } from '@/lib/document-filters';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';

export const metadata: Metadata = { title: 'Payments' };

const SHOWS: readonly { show: PaymentShow; label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'unapplied', label: 'Unapplied' },
  { show: 'reversed', label: 'Reversed' },
];

/** Money that arrived, newest first, and what of it nothing has taken. All its state is in the URL. */
export default async function PaymentsPage({ searchParams }: PageProps<'/payments'>) {
  const actor = await requireStaff('books:read');
  const params = await searchParams;
  const { filters, dropped } = readPaymentFilters(params);
  const today = todayIn(actor.org.timeZone);
  const book = await withScope(actor, 'read', (tx) => paymentBook(tx, filters));
  const count = book.totals.reduce((sum, each) => sum + each.count, 0);
  const mayWrite = may(actor, 'books:write');
  const { q, show, customerId, currency } = filters;
  const isFiltered = q !== '' || show !== 'all' || customerId !== null || currency !== null;
  return (
    <Page title="Payments" actions={mayWrite && <RecordPaymentLink />}>
      <DroppedStrip names={dropped} />
      {(count > 0 || isFiltered) && (
        <ListToolbar
          path="/payments"
          params={params}
          searchLabel="Find a number, customer, reference"
          q={q}
          shows={SHOWS}
          show={show}
        />
      )}
      <DocumentChips
        path="/payments"
        params={params}
        filters={filters}
        customer={book.rows[0]?.customer ?? null}
      />
      {count > 0 && (
        <>
          <TableKeys />
          <PaymentTable book={book} today={today} />
        </>
      )}
      {count === 0 && isFiltered && <NoMatch show={show} q={q} />}
      {count === 0 && !isFiltered && (
        <EmptyState
          title="No payments yet"
          actions={mayWrite && <ButtonLink href="/payments/new">Record a payment</ButtonLink>}
        >
          What arrives is listed here, with the invoices that it paid.
        </EmptyState>
      )}
      <Pager
        page={filters.page}
        pageSize={BOOK_PAGE}
        total={count}
        hrefOf={(page) => withParams('/payments', params, { page: page === 1 ? null : page })}
      />
    </Page>
  );
}

function NoMatch({ show, q }: { readonly show: PaymentShow; readonly q: string }) {
  const all = <ButtonLink href="/payments">Show all payments</ButtonLink>;
  if (show === 'unapplied' && !q)
    return (
      <EmptyState title="Everything is applied" tone="good" actions={all}>
        No payment waits for an invoice.
      </EmptyState>
    );
  return (
    <EmptyState title="No payment matches" actions={all}>
      {q ? `No number, customer or reference here contains “${q}”.` : 'There is none of this kind.'}
    </EmptyState>
  );
}

function RecordPaymentLink() {
  return (
    <ButtonLink href="/payments/new" variant="primary" size="sm">
      <Banknote aria-hidden />
      Record payment
    </ButtonLink>
  );
}
