import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { ConfirmForm } from '@/components/forms/confirm-form';
import { NotRemindedTable } from '@/components/reminders/not-reminded-table';
import { owedWords } from '@/components/reminders/owed-words';
import { ToRemindTable } from '@/components/reminders/to-remind-table';
import { Page } from '@/components/shell/page';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { mailSettingsOf } from '@/db/queries/mail-settings';
import { reminderDryRun } from '@/db/queries/reminder-dry-run';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { reminderRunWords } from '@/lib/reminder-run-words';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { runNowAction } from '../jobs/actions';

export const metadata: Metadata = { title: 'Reminders' };

/** What the daily run would mail now, what not and why, and for whom mails can do no more. Nothing is sent by looking. */
export default async function RemindersPage() {
  const actor = await requireStaff('mail:manage');
  const today = todayIn(actor.org.timeZone);
  const { run, settings } = await withScope(actor, 'read', async (tx) => ({
    run: await reminderDryRun(tx, actor, today),
    settings: await mailSettingsOf(tx),
  }));
  const { toRemind, notReminded, forPerson, sendingCount, skippedCount } = run;
  return (
    <Page
      title="Reminders"
      actions={
        <>
          <ButtonLink href="/mails?kind=reminder" size="sm" className="max-md:hidden">
            Sent so far
          </ButtonLink>
          {sendingCount > 0 && (
            <ConfirmForm
              title={`Remind ${formatCount(sendingCount, 'customer')} now?`}
              description="Each gets one mail, of what is open when it goes. Until then it can be taken back under Mail."
              trigger="Run now"
              triggerClassName={buttonClass({ variant: 'primary', size: 'sm' })}
              action={runNowAction}
              values={{ job: 'reminders' }}
              requestId={uuid7()}
              confirmVariant="primary"
              confirmLabel={`Remind ${formatCount(sendingCount, 'customer')}`}
              pendingLabel="Reminding…"
            />
          )}
        </>
      }
    >
      <p className="border-b border-border px-6 py-2.5 text-muted-foreground max-md:px-4">
        {reminderRunWords(settings.remindersAt, run.isByHand)}{' '}
        <Link href={run.isByHand ? '/settings/reminders' : '/settings/mail'} className="link">
          Change
        </Link>
      </p>
      <div className="flex flex-col gap-8 px-6 py-5 max-md:px-4">
        {forPerson.length > 0 && (
          <section aria-labelledby="person">
            <h2 id="person" className="text-section">
              Call them
            </h2>
            <p className="mb-2 text-muted-foreground">Every reminder was used, and they still owe.</p>
            <ul className="flex flex-col">
              {forPerson.map(({ customerId, customer, owed }) => (
                <li key={customerId} className="flex gap-4 border-t border-border py-2">
                  <Link href={route(`/customers/${customerId}`)} className="link min-w-0 flex-1 truncate">
                    {customer}
                  </Link>
                  <span className="fig font-medium">{owedWords(owed)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="would">
          <h2 id="would" className="mb-2 text-section">
            Would be mailed now: {formatCount(sendingCount, 'customer')}
          </h2>
          {toRemind.length === 0 ? (
            <EmptyState title="Nobody has to be reminded now" tone="good" />
          ) : (
            <ToRemindTable rows={toRemind} />
          )}
        </section>
        {notReminded.length > 0 && (
          <section aria-labelledby="not">
            <h2 id="not" className="mb-2 text-section">
              Not sent: {formatCount(skippedCount, 'reason')}
            </h2>
            <NotRemindedTable rows={notReminded} />
          </section>
        )}
      </div>
    </Page>
  );
}
