import type { Metadata } from 'next';
import { z } from 'zod';
import { requireStaff } from '@/app/_auth/actor';
import { ChosenTable } from '@/components/reminders/chosen-table';
import { NotRemindedTable } from '@/components/reminders/not-reminded-table';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { paramReader } from '@/lib/read-params';
import { type ParamChanges, withParams } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { remindManyAction } from '../../_reminders/actions';
import { ChosenForm } from './form';
import { LookDialog } from './look-dialog';
import { readChosen } from './read';

export const metadata: Metadata = { title: 'Remind' };

/** Whom of a choice in a list a reminder would reach, each with its mail, and who gets none and why. Nothing is sent by looking. */
export default async function ChosenRemindersPage({ searchParams }: PageProps<'/reminders/chosen'>) {
  const actor = await requireStaff('mail:manage');
  const params = await searchParams;
  const { read } = paramReader(params);
  const of = read('of', z.enum(['customers', 'invoices']), 'customers');
  const look = read('look', z.uuid(), null);
  const href = (changes: ParamChanges) => withParams('/reminders/chosen', params, changes);
  const list = { of: null, look: null };
  const backHref = withParams(`/${of}`, params, list);
  const query = new URL(withParams('/', params, list), 'http://here').searchParams;
  const found = await readChosen(actor, { of, query, look });
  const parents = [{ label: of === 'invoices' ? 'Invoices' : 'Customers', href: backHref }];
  if ('problem' in found)
    return (
      <Page title="Remind" parents={parents}>
        <EmptyState title="Nobody is chosen" actions={<ButtonLink href={backHref}>Back</ButtonLink>}>
          {found.problem}
        </EmptyState>
      </Page>
    );
  const { toRemind, notReminded, documentIds, preview } = found;
  const looked = toRemind.find(({ customerId }) => customerId === look);
  return (
    <Page title="Remind" parents={parents}>
      <TableKeys />
      <div className="flex flex-col gap-8 px-6 py-5 max-md:px-4">
        {toRemind.length === 0 ? (
          <EmptyState
            title="None of them can be reminded now"
            actions={<ButtonLink href={backHref}>Back</ButtonLink>}
          >
            Why is said below.
          </EmptyState>
        ) : (
          <ChosenForm
            action={remindManyAction}
            count={toRemind.length}
            documentIds={documentIds}
            requestId={uuid7()}
            backHref={backHref}
          >
            <ChosenTable
              rows={toRemind}
              today={todayIn(actor.org.timeZone)}
              lookHrefOf={(customerId) => href({ look: customerId })}
            />
          </ChosenForm>
        )}
        {notReminded.length > 0 && (
          <section aria-labelledby="not">
            <h2 id="not" className="mb-2 text-section">
              Not sent: {formatCount(notReminded.length, 'reason')}
            </h2>
            <NotRemindedTable rows={notReminded} />
          </section>
        )}
      </div>
      {preview && looked && (
        <LookDialog customer={looked.customer} preview={preview} closeHref={href({ look: null })} />
      )}
    </Page>
  );
}
