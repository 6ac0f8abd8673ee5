import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { ExportMenu } from '@/components/explore/export-menu';
import { InvoiceTabs } from '@/components/invoices/invoice-tabs';
import { ListFrame } from '@/components/list-frame';
import { RecurringTable } from '@/components/recurring/recurring-table';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lastPeriods, recurringCount, recurringList } from '@/db/queries/recurring-invoices';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { may } from '@/lib/permissions';
import {
  type RecurringShow,
  readRecurringFilters,
  recurringFilter,
  recurringParams,
} from '@/lib/recurring-filters';
import { withParams } from '@/lib/url';

export const metadata: Metadata = { title: 'Recurring invoices' };

/** Recurring invoices on one page. */
const RECURRING_PAGE = 50;

const SHOWS: readonly { show: RecurringShow; label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'active', label: 'Running' },
  { show: 'paused', label: 'Paused' },
  { show: 'ended', label: 'Ended' },
];

/** Invoices that repeat, the newest first. All its state is in the URL. */
export default async function RecurringPage({ searchParams }: PageProps<'/recurring'>) {
  const actor = await requireStaff('books:read');
  const today = todayIn(actor.org.timeZone);
  const { filters, dropped } = readRecurringFilters(await searchParams);
  const { list, last, count } = await withScope(actor, 'read', async (tx) => {
    const filter = recurringFilter(filters, today);
    const found = await recurringList(tx, filter, { limit: RECURRING_PAGE, afterId: filters.after });
    const ids = found.rows.map((row) => row.id);
    return { list: found, last: await lastPeriods(tx, ids), count: await recurringCount(tx, filter) };
  });
  const mayWrite = may(actor, 'books:write');
  const params = recurringParams(filters);
  const everybody = withParams('/recurring', params, { customer: null });
  const isNarrowed = Object.keys(params).length > 0;
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
      <ListFrame
        path="/recurring"
        params={params}
        dropped={dropped}
        searchLabel="Find customer or line"
        q={filters.q}
        shows={SHOWS}
        show={filters.show}
        chips={
          filters.customerId
            ? [{ label: 'Customer', value: list.rows[0]?.customer ?? 'one only', removeHref: everybody }]
            : []
        }
        tools={
          may(actor, 'books:export') &&
          count > 0 && (
            <ExportMenu
              files={[
                {
                  label: 'CSV, this list',
                  holds: formatCount(count, 'row'),
                  href: withParams('/exports/recurring', params, {}),
                },
              ]}
            />
          )
        }
        noun="recurring invoice"
        shown={list.rows.length}
        count={count}
        isFirst={filters.after === null}
        next={list.next}
      >
        {list.rows.length > 0 ? (
          <RecurringTable rows={list.rows} last={last} today={today} count={count} />
        ) : isNarrowed ? (
          <EmptyState
            title="Nothing matches"
            actions={<ButtonLink href="/recurring">Show all recurring invoices</ButtonLink>}
          >
            {filters.q
              ? `No customer and no line here contains “${filters.q}”.`
              : 'There is none of this kind.'}
          </EmptyState>
        ) : (
          <NothingYet mayWrite={mayWrite} />
        )}
      </ListFrame>
    </Page>
  );
}

function NothingYet({ mayWrite }: { readonly mayWrite: boolean }) {
  return (
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
  );
}
