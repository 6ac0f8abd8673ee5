import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { ExportMenu } from '@/components/explore/export-menu';
import { InvoiceFilterPanel } from '@/components/invoices/invoice-filter-panel';
import { InvoiceTable } from '@/components/invoices/invoice-table';
import { InvoiceTabs } from '@/components/invoices/invoice-tabs';
import { ListFrame } from '@/components/list-frame';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { WaysIn } from '@/components/ways-in';
import { todayIn } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import { invoiceListText, invoiceParams, readInvoiceFilters } from '@/lib/invoice-filters';
import { may } from '@/lib/permissions';
import { type ParamChanges, withParams } from '@/lib/url';
import { ViewBar } from '../_views/view-bar';
import { invoiceChips, NO_FILTERS } from './chips';
import { DraftsList } from './drafts-list';
import { invoiceFiles } from './files';
import { InvoiceSelection } from './invoice-selection';
import { readInvoiceList } from './read-list';
import { INVOICE_SHOWS } from './shows';

export const metadata: Metadata = { title: 'Invoices' };

/** What was billed, newest first. All its state is in the URL. */
export default async function InvoicesPage({ searchParams }: PageProps<'/invoices'>) {
  const actor = await requireStaff('books:read');
  const given = await searchParams;
  const mayWrite = may(actor, 'books:write');
  const mayExport = may(actor, 'books:export');
  if (given.show === 'draft')
    return (
      <InvoicesFrame mayWrite={mayWrite}>
        <DraftsList actor={actor} params={given} />
      </InvoicesFrame>
    );
  const { filters, dropped } = readInvoiceFilters(given, actor.org.currency);
  const { book, labels, currencies, views } = await readInvoiceList(actor, filters);
  const params = invoiceParams(filters);
  const href = (changes: ParamChanges) => withParams('/invoices', params, changes);
  const count = book.totals.reduce((sum, each) => sum + each.count, 0);
  if (count === 0 && Object.keys(params).length === 0)
    return (
      <Page title="Invoices" beside={<InvoiceTabs current="/invoices" />}>
        <WaysIn title="No invoices yet" mayWrite={mayWrite} />
      </Page>
    );
  const [single] = book.totals.length === 1 ? book.totals : [];
  return (
    <InvoicesFrame mayWrite={mayWrite}>
      <ListFrame
        path="/invoices"
        params={params}
        dropped={dropped}
        searchLabel="Find number, customer, order"
        q={filters.q}
        shows={INVOICE_SHOWS}
        show={filters.show}
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
            <ViewBar actor={actor} views={views} address={href({})} />
            {mayExport && count > 0 && <ExportMenu files={invoiceFiles(count, params)} />}
          </>
        }
        noun="invoice"
        shown={book.rows.length}
        count={count}
        isFirst={filters.after === null}
        next={book.next}
      >
        {count === 0 ? (
          <EmptyState
            title="No invoice matches"
            actions={<ButtonLink href="/invoices">Show all invoices</ButtonLink>}
          >
            {filters.q
              ? `No number, customer or purchase order here contains “${filters.q}”.`
              : 'There is none of this kind.'}
          </EmptyState>
        ) : (
          <>
            {mayExport && (
              <InvoiceSelection
                currency={single?.currency ?? null}
                all={{ count, openMinor: single?.openMinor ?? ZERO }}
                address={href({})}
                mayRemind={may(actor, 'mail:manage')}
              />
            )}
            <InvoiceTable
              book={book}
              list={invoiceListText(filters)}
              today={todayIn(actor.org.timeZone)}
              bounds={actor.org.bounds}
              isSelectable={mayExport}
            />
          </>
        )}
      </ListFrame>
    </InvoicesFrame>
  );
}

function InvoicesFrame({
  mayWrite,
  children,
}: {
  readonly mayWrite: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <Page
      title="Invoices"
      beside={<InvoiceTabs current="/invoices" />}
      actions={
        mayWrite && (
          <>
            <ButtonLink href="/invoices/batch" size="sm" className="max-md:hidden">
              Bill many at once
            </ButtonLink>
            <ButtonLink href="/invoices/new" variant="primary" size="sm">
              <Plus aria-hidden />
              New invoice
            </ButtonLink>
          </>
        )
      }
    >
      {children}
    </Page>
  );
}
