import { Banknote } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { DocumentBookFrame } from '@/components/document-book-frame';
import { NoticesStrip } from '@/components/payments/notices-strip';
import { PaymentTable } from '@/components/payments/payment-table';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { BOOK_PAGE } from '@/db/queries/document-book';
import { paymentBook } from '@/db/queries/payment-book';
import { paymentNoticeCount } from '@/db/queries/payment-intents';
import { withScope } from '@/db/scope';
import { isNarrowed, type PaymentShow, readPaymentFilters } from '@/lib/document-filters';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';

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
  const { book, notices } = await withScope(actor, 'read', async (tx) => ({
    book: await paymentBook(tx, filters),
    notices: await paymentNoticeCount(tx),
  }));
  const count = book.totals.reduce((sum, each) => sum + each.count, 0);
  const mayWrite = may(actor, 'books:write');
  return (
    <Page title="Payments" actions={mayWrite && <RecordPaymentLink />}>
      <NoticesStrip count={notices} />
      {count === 0 && !isNarrowed(filters) ? (
        <EmptyState
          title="No payments yet"
          actions={mayWrite && <ButtonLink href="/payments/new">Record a payment</ButtonLink>}
        >
          What arrives is listed here, with the invoices that it paid.
        </EmptyState>
      ) : (
        <DocumentBookFrame
          path="/payments"
          params={params}
          filters={filters}
          dropped={dropped}
          searchLabel="Find number, customer, reference"
          shows={SHOWS}
          customer={book.rows[0]?.customer ?? null}
          count={count}
          pageSize={BOOK_PAGE}
        >
          {count === 0 ? (
            <NoMatch show={filters.show} q={filters.q} />
          ) : (
            <PaymentTable book={book} today={today} />
          )}
        </DocumentBookFrame>
      )}
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
