import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { ListToolbar } from '@/components/list-toolbar';
import { KeptStrip } from '@/components/mails/kept-strip';
import { MailTable } from '@/components/mails/mail-table';
import { TogetherStrip } from '@/components/mails/together-strip';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { mailLog, mailsTogether } from '@/db/queries/mail-log';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { hasMailServer } from '@/lib/mail/server-address';
import { readMailFilters } from '@/lib/mail-filters';
import { withParams } from '@/lib/url';

export const metadata: Metadata = { title: 'Mail' };

const SHOWS = [
  { show: 'all', label: 'All' },
  { show: 'waiting', label: 'Waiting' },
  { show: 'sent', label: 'Sent' },
  { show: 'problems', label: 'Did not arrive' },
] as const;

/** Every mail of the business, newest first, and what became of each. All its state is in the URL. */
export default async function MailsPage({ searchParams }: PageProps<'/mails'>) {
  const actor = await requireStaff('mail:manage');
  const params = await searchParams;
  const { filters, dropped } = readMailFilters(params);
  const { rows, nextBefore, together } = await withScope(actor, 'read', async (tx) => ({
    ...(await mailLog(tx, filters)),
    together: filters.togetherWith === null ? [] : await mailsTogether(tx, filters.togetherWith),
  }));
  const { timeZone, isSample } = actor.org;
  const { q, show, kind, customerId, togetherWith } = filters;
  const isNarrowed =
    q !== '' || show !== 'all' || [kind, customerId, togetherWith].some((each) => each !== null);
  return (
    <Page
      title="Mail"
      actions={
        <>
          <ButtonLink href="/mails/templates" size="sm">
            Templates
          </ButtonLink>
          <ButtonLink href="/settings/mail" size="sm">
            Settings
          </ButtonLink>
        </>
      }
    >
      <DroppedStrip names={dropped} />
      {(isSample || !hasMailServer()) && <KeptStrip isSample={isSample} />}
      {together.length > 0 && <TogetherStrip counts={together} />}
      <ListToolbar
        path="/mails"
        params={{ ...params, before: undefined }}
        searchLabel="Find address, name, subject"
        q={q}
        shows={SHOWS}
        show={show}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={isNarrowed ? 'No mail matches' : 'No mail yet'}
          actions={
            isNarrowed ? (
              <ButtonLink href="/mails">Show all mails</ButtonLink>
            ) : (
              <ButtonLink href="/mails/templates">See the templates</ButtonLink>
            )
          }
        >
          {isNarrowed
            ? 'There is none of this kind.'
            : 'Invitations, receipts, reminders and statements are listed here.'}
        </EmptyState>
      ) : (
        <div className="table-frame">
          <MailTable rows={rows} timeZone={timeZone} today={todayIn(timeZone)} />
        </div>
      )}
      {(filters.before !== null || nextBefore !== null) && (
        <nav aria-label="Pages" className="flex justify-end gap-2 px-6 py-4 max-md:px-4 print:hidden">
          {filters.before !== null && (
            <ButtonLink size="sm" href={withParams('/mails', params, { before: null })}>
              Newest
            </ButtonLink>
          )}
          {nextBefore !== null && (
            <ButtonLink size="sm" rel="next" href={withParams('/mails', params, { before: nextBefore })}>
              Older
            </ButtonLink>
          )}
        </nav>
      )}
    </Page>
  );
}
