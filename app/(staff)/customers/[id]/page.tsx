import { Handshake, Phone } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { AsOfStrip } from '@/components/as-of-strip';
import { PromiseStrip } from '@/components/customers/promise-strip';
import { Timeline } from '@/components/customers/timeline';
import { DroppedStrip } from '@/components/dropped-strip';
import { PageKeys } from '@/components/page-keys';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { ButtonLink } from '@/components/ui/button';
import { customerById } from '@/db/queries/customers';
import { withScope } from '@/db/scope';
import { readCustomerView } from '@/lib/customer-view';
import { todayIn } from '@/lib/domain/dates';
import { may } from '@/lib/permissions';
import { type ParamChanges, route, withParams } from '@/lib/url';
import { isUuid, uuid7 } from '@/lib/uuid';
import { ReminderDialog } from '../../_reminders/reminder-dialog';
import { CustomerActions } from './customer-actions';
import { Dialogs } from './dialogs';
import { MergedStrip } from './merged-strip';
import { NoteForm } from './note-form';
import { OpenBlocks } from './open-blocks';
import { Rail } from './rail';
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
  const today = todayIn(actor.org.timeZone);
  const { view, dropped } = readCustomerView(query, today);
  const read = await readCustomer(actor, id, view);
  const { customer, timeline } = read;
  const path = route(`/customers/${id}`);
  const href = (changes: ParamChanges) => withParams(path, query, changes);
  const at = (changes: ParamChanges) => route(`${href(changes)}#timeline`);
  const mayWrite = may(actor, 'books:write');
  const isToday = view.asOf === today;
  const callHref = withParams('/worklist', {}, { customer: id, currency: customer.currency });
  const promiseHref = href({ dialog: 'promise', asOf: null, pay: null, apply: null });
  return (
    <Page
      title={customer.name}
      parents={[{ label: 'Customers', href: '/customers' }]}
      actions={
        <CustomerActions
          customer={customer}
          asOf={view.asOf}
          today={today}
          params={query}
          mayWrite={mayWrite}
        />
      }
    >
      <AsOfStrip asOf={view.asOf} today={today} todayHref={href({ asOf: null })} />
      <DroppedStrip names={dropped} />
      <div className="flex flex-1 max-xl:flex-col">
        <div className="flex min-w-0 flex-1 flex-col gap-6 px-6 py-5 max-md:px-4">
          {read.merge && (
            <MergedStrip
              customer={{ id, name: customer.name }}
              merge={read.merge}
              today={today}
              mayWrite={mayWrite}
              requestId={uuid7()}
            />
          )}
          <PromiseStrip promised={read.promised} today={today}>
            {mayWrite && (
              <>
                <ButtonLink href={callHref} size="sm">
                  <Phone aria-hidden />
                  Log a call
                </ButtonLink>
                <ButtonLink href={promiseHref} scroll={false} size="sm">
                  New promise
                </ButtonLink>
              </>
            )}
          </PromiseStrip>
          <OpenBlocks
            org={actor.org}
            read={read}
            asOf={view.asOf}
            today={today}
            applyHref={mayWrite && isToday ? (itemId) => href({ apply: itemId, pay: null }) : null}
          />
          <Timeline
            timeline={timeline}
            timeZone={actor.org.timeZone}
            today={today}
            olderHref={timeline.nextCursor ? at({ older: timeline.nextCursor }) : null}
            newestHref={view.older ? at({ older: null }) : null}
          >
            {mayWrite && (
              <>
                <div className="-mt-9 mb-3 flex justify-end gap-2 print:hidden">
                  <ButtonLink href={callHref} data-page-key="c" size="sm">
                    <Phone aria-hidden />
                    Call
                  </ButtonLink>
                  <ButtonLink href={promiseHref} data-page-key="o" scroll={false} size="sm">
                    <Handshake aria-hidden />
                    Promise
                  </ButtonLink>
                </div>
                <NoteForm customer={{ id, name: customer.name }} requestId={uuid7()} />
              </>
            )}
          </Timeline>
        </div>
        <Rail actor={actor} read={read} asOf={view.asOf} today={today} mayWrite={mayWrite} href={href} />
      </div>
      {mayWrite && query.remind === '1' && (
        <ReminderDialog
          actor={actor}
          customer={{ id, name: customer.name }}
          documentIds={[]}
          closeHref={href({ remind: null })}
        />
      )}
      <TableKeys />
      <PageKeys />
      {mayWrite && (
        <Dialogs
          read={read}
          view={view}
          today={today}
          bounds={actor.org.bounds}
          closeHref={href({ pay: null, apply: null, currency: null, amount: null, dialog: null, into: null })}
        />
      )}
    </Page>
  );
}
