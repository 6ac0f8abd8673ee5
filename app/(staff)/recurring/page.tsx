import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { InvoiceTabs } from '@/components/invoices/invoice-tabs';
import { RecurringTable } from '@/components/recurring/recurring-table';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lastPeriods, recurringList } from '@/db/queries/recurring-invoices';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';
import { route } from '@/lib/url';
import { isUuid } from '@/lib/uuid';

export const metadata: Metadata = { title: 'Recurring invoices' };

/** Recurring invoices on one page. */
const RECURRING_PAGE = 50;

/** Invoices that repeat, the newest first; of one customer when the address names one. */
export default async function RecurringPage({ searchParams }: PageProps<'/recurring'>) {
  const actor = await requireStaff('books:read');
  const params = await searchParams;
  const asked = (name: string) => {
    const id = [params[name] ?? ''].flat()[0] ?? '';
    return isUuid(id) ? id : null;
  };
  const customerId = asked('customer') ?? undefined;
  const { list, last } = await withScope(actor, 'read', async (tx) => {
    const page = { limit: RECURRING_PAGE, afterId: asked('after') };
    const found = await recurringList(tx, { customerId }, page);
    const ids = found.rows.map((row) => row.id);
    return { list: found, last: await lastPeriods(tx, ids) };
  });
  const mayWrite = may(actor, 'books:write');
  return (
    <Page
      title="Recurring"
      beside={<InvoiceTabs current="/recurring" />}
      actions={
        mayWrite && (
          <ButtonLink href="/recurring/new" variant="primary" size="sm">
            <Plus aria-hidden />
            New
            <span className="max-md:sr-only">recurring invoice</span>
          </ButtonLink>
        )
      }
    >
      <TableKeys />
      {list.rows.length === 0 ? (
        <EmptyState
          title="Nothing repeats yet"
          actions={
            mayWrite && (
              <ButtonLink href="/recurring/new" variant="primary">
                Begin a recurring invoice
              </ButtonLink>
            )
          }
        >
          Rent, a subscription, a monthly fee: written once, billed by itself on its day.
        </EmptyState>
      ) : (
        <RecurringTable rows={list.rows} last={last} today={todayIn(actor.org.timeZone)} />
      )}
      {list.next && (
        <nav aria-label="Pages" className="flex justify-end px-5 py-2.5">
          <Link
            href={route(`/recurring?after=${list.next}${customerId ? `&customer=${customerId}` : ''}`)}
            rel="next"
            className={buttonClass({ size: 'sm' })}
          >
            Next page
          </Link>
        </nav>
      )}
    </Page>
  );
}
