import { Banknote } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { ExportMenu } from '@/components/explore/export-menu';
import { ListFrame } from '@/components/list-frame';
import { NoticesStrip } from '@/components/payments/notices-strip';
import { PaymentFilterPanel } from '@/components/payments/payment-filter-panel';
import { PaymentTable } from '@/components/payments/payment-table';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { formatCount } from '@/lib/format';
import { type PaymentShow, paymentParams, readPaymentFilters } from '@/lib/payment-filters';
import { may } from '@/lib/permissions';
import { type ParamChanges, withParams } from '@/lib/url';
import { ViewBar } from '../_views/view-bar';
import { NO_FILTERS, paymentChips } from './chips';
import { PaymentSelection } from './payment-selection';
import { readPaymentList } from './read-list';

export const metadata: Metadata = { title: 'Payments' };

const SHOWS: readonly { show: PaymentShow; label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'unapplied', label: 'Unapplied' },
  { show: 'reversed', label: 'Bounced or reversed' },
];

/** Money that arrived, newest first, and what of it nothing has taken. All its state is in the URL. */
export default async function PaymentsPage({ searchParams }: PageProps<'/payments'>) {
  const actor = await requireStaff('books:read');
  const { org } = actor;
  const { filters, dropped } = readPaymentFilters(await searchParams, org.currency);
  const { book, notices, methods, currencies, views } = await readPaymentList(actor, filters);
  const params = paymentParams(filters);
  const href = (changes: ParamChanges) => withParams('/payments', params, changes);
  const count = book.totals.reduce((sum, each) => sum + each.count, 0);
  const mayWrite = may(actor, 'books:write');
  const mayExport = may(actor, 'books:export');
  if (count === 0 && Object.keys(params).length === 0)
    return (
      <Page title="Payments" actions={mayWrite && <RecordPaymentLink />}>
        <NoticesStrip count={notices} />
        <EmptyState
          title="No payments yet"
          actions={mayWrite && <ButtonLink href="/payments/new">Record a payment</ButtonLink>}
        >
          What arrives is listed here, with the invoices that it paid.
        </EmptyState>
      </Page>
    );
  const [single] = book.totals.length === 1 ? book.totals : [];
  return (
    <Page title="Payments" actions={mayWrite && <RecordPaymentLink />}>
      <NoticesStrip count={notices} />
      <ListFrame
        path="/payments"
        params={params}
        dropped={dropped}
        searchLabel="Find number, customer, reference"
        q={filters.q}
        shows={SHOWS}
        show={filters.show}
        chips={paymentChips(filters, book.rows[0]?.customer ?? null, href)}
        clearHref={href(NO_FILTERS)}
        tools={
          <>
            <PaymentFilterPanel
              key={href({})}
              filters={filters}
              params={params}
              methods={methods}
              currencies={currencies}
              usualCurrency={org.currency}
            />
            <ViewBar actor={actor} views={views} address={href({})} />
            {mayExport && count > 0 && (
              <ExportMenu
                files={[
                  {
                    label: 'CSV, these payments',
                    holds: formatCount(count, 'row'),
                    href: withParams('/exports/payments', params, {}),
                  },
                ]}
              />
            )}
          </>
        }
        noun="payment"
        shown={book.rows.length}
        count={count}
        isFirst={filters.after === null}
        next={book.next}
      >
        {count === 0 ? (
          <NoMatch show={filters.show} q={filters.q} />
        ) : (
          <>
            {mayExport && (
              <PaymentSelection
                currency={single?.currency ?? null}
                all={{ count, openMinor: toMinor(-(single?.amountMinor ?? 0)) }}
                address={href({})}
              />
            )}
            <PaymentTable book={book} today={todayIn(org.timeZone)} isSelectable={mayExport} />
          </>
        )}
      </ListFrame>
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
