import { Banknote, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { AsOfControl } from '@/components/as-of-control';
import { AsOfStrip } from '@/components/as-of-strip';
import { AboutRail } from '@/components/customers/about-rail';
import { Timeline } from '@/components/customers/timeline';
import { DroppedStrip } from '@/components/dropped-strip';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import { customerById } from '@/db/queries/customers';
import { withScope } from '@/db/scope';
import { readCustomerView } from '@/lib/customer-view';
import { todayIn } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import { may } from '@/lib/permissions';
import { type ParamChanges, route, withParams } from '@/lib/url';
import { isUuid } from '@/lib/uuid';
import { Dialogs } from './dialogs';
import { OpenBlocks } from './open-blocks';
import { readCustomer } from './read';

/** "Brightwater Hotels". */
export async function generateMetadata({ params }: PageProps<'/customers/[id]'>): Promise<Metadata> {
  const actor = await requireStaff('books:read');
  const { id } = await params;
  const customer = isUuid(id) ? await withScope(actor, 'read', (tx) => customerById(tx, id)) : null;
  return { title: customer?.name ?? 'Customer' };
}

/** What one customer owes, in each currency and as of any day; what happened; who they are. */
export default async function CustomerPage({ params, searchParams }: PageProps<'/customers/[id]'>) {
  const actor = await requireStaff('books:read');
  const query = await searchParams;
  const { id } = await params;
  const { timeZone } = actor.org;
  const today = todayIn(timeZone);
  const { view, dropped } = readCustomerView(query, today);
  const read = await readCustomer(actor, id, view);
  const { customer, balances, timeline } = read;
  const path = route(`/customers/${id}`);
  const href = (changes: ParamChanges) => withParams(path, query, changes);
  const at = (changes: ParamChanges) => route(`${href(changes)}#timeline`);
  const mayWrite = may(actor, 'books:write');
  const isToday = view.asOf === today;
  const own = balances.find(({ currency }) => currency === customer.currency);
  return (
    <Page
      title={customer.name}
      parents={[{ label: 'Customers', href: '/customers' }]}
      actions={
        <>
          {customer.archivedAt && <Badge>Archived</Badge>}
          <span className="max-md:hidden">
            <AsOfControl asOf={view.asOf} today={today} path={path} params={query} />
          </span>
          {may(actor, 'books:export') && (
            <DownloadButton
              href={withParams(`/exports/statements/${id}`, {}, { asOf: view.asOf })}
              label="Statement"
              className="max-md:hidden"
            />
          )}
          {mayWrite && !customer.archivedAt && (
            <>
              <ButtonLink href={`/invoices/new?customer=${id}`} size="sm" className="max-md:hidden">
                <Plus aria-hidden />
                Invoice
              </ButtonLink>
              <ButtonLink
                href={href({ pay: 1, asOf: null, currency: null, apply: null })}
                scroll={false}
                size="sm"
                variant="primary"
              >
                <Banknote aria-hidden />
                <span className="max-md:sr-only">Record payment</span>
                <span aria-hidden className="md:hidden">
                  Payment
                </span>
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      <AsOfStrip asOf={view.asOf} today={today} todayHref={href({ asOf: null })} />
      <DroppedStrip names={dropped} />
      <div className="flex flex-1 max-xl:flex-col">
        <div className="flex min-w-0 flex-1 flex-col gap-6 px-6 py-5 max-md:px-4">
          <OpenBlocks
            org={actor.org}
            read={read}
            asOf={view.asOf}
            today={today}
            applyHref={mayWrite && isToday ? (itemId) => href({ apply: itemId, pay: null }) : null}
          />
          <Timeline
            timeline={timeline}
            timeZone={timeZone}
            today={today}
            olderHref={timeline.nextCursor ? at({ older: timeline.nextCursor }) : null}
            newestHref={view.older ? at({ older: null }) : null}
          />
        </div>
        <AboutRail
          customer={customer}
          owedMinor={own?.totalMinor ?? ZERO}
          timeZone={timeZone}
          today={today}
          editHref={mayWrite ? route(`${path}/edit`) : null}
        />
      </div>
      <TableKeys />
      {mayWrite && (
        <Dialogs
          read={read}
          view={view}
          today={today}
          bounds={actor.org.bounds}
          closeHref={href({ pay: null, apply: null, currency: null, amount: null })}
        />
      )}
    </Page>
  );
}
