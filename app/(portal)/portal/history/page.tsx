import { FileText } from 'lucide-react';
import type { Metadata } from 'next';
import { requireCustomer } from '@/app/_auth/actor';
import { HistoryMonths } from '@/components/portal/history-months';
import { PortalPage } from '@/components/portal/portal-page';
import { ButtonLink } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import { EmptyState } from '@/components/ui/empty-state';
import { KeysetPager } from '@/components/ui/keyset-pager';
import { portalHistory } from '@/db/queries/portal-documents';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { historyCursor } from '@/lib/history-cursor';
import { paramReader } from '@/lib/read-params';
import { withParams } from '@/lib/url';

export const metadata: Metadata = { title: 'History' };

/** What was paid and credited, month by month. */
export default async function HistoryPage({ searchParams }: PageProps<'/portal/history'>) {
  const actor = await requireCustomer();
  const { read } = paramReader(await searchParams);
  const after = read('after', historyCursor, null);
  const { rows, count, next } = await withScope(actor, 'read', (tx) => portalHistory(tx, after));
  return (
    <PortalPage>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-4 pb-2 md:px-0">
        <h1 className="text-[22px] leading-8 tracking-[-.02em] max-md:w-full">History</h1>
        <div className="flex gap-2.5 max-md:w-full max-md:*:flex-1">
          <ButtonLink href="/portal/statement" size="sm" className="max-md:h-11!">
            <FileText aria-hidden />
            Statement
          </ButtonLink>
          <DownloadButton href="/exports/account-invoices" label="Unpaid invoices" className="max-md:h-11!" />
        </div>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={after ? 'Nothing further back' : 'Nothing was paid yet'}>
          Payments and credits are listed here once they have arrived.
        </EmptyState>
      ) : (
        <HistoryMonths rows={rows} today={todayIn(actor.org.timeZone)} />
      )}
      <KeysetPager
        shown={rows.length}
        of={formatCount(count, 'entry', 'entries')}
        firstHref={after && '/portal/history'}
        nextHref={next && withParams('/portal/history', {}, { after: JSON.stringify(next) })}
      />
    </PortalPage>
  );
}
