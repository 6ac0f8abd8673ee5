import type { Metadata } from 'next';
import { z } from 'zod';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { Page } from '@/components/shell/page';
import { AsideSummary } from '@/components/sync/aside-summary';
import { ConnectionCard } from '@/components/sync/connection-card';
import { CustomerTotals } from '@/components/sync/customer-totals';
import { Freshness } from '@/components/sync/freshness';
import { RunBars } from '@/components/sync/run-bars';
import { SyncRunTable } from '@/components/sync/run-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { localNow } from '@/lib/domain/business-hours';
import { nextRun } from '@/lib/domain/job-times';
import { formatHour, formatInstant } from '@/lib/format';
import { jobTimes } from '@/lib/job-times';
import { may } from '@/lib/permissions';
import { paramReader } from '@/lib/read-params';
import type { SyncTotal } from '@/lib/sources/sync';
import { withParams } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { readSync } from './read';
import { SyncNow } from './sync-now';

export const metadata: Metadata = { title: 'Sync' };

/** How the books that these follow are read: how fresh the figures are, whether both agree, every run, and what was set aside. */
export default async function SyncPage({ searchParams }: PageProps<'/sync'>) {
  const actor = await requireStaff('books:read');
  const params = await searchParams;
  const { read, dropped } = paramReader(params);
  const [before, open] = [read('before', z.uuid(), null), read('open', z.uuid(), null)];
  const found = await readSync(actor, before);
  const mayManage = may(actor, 'organization:manage');
  if (!found)
    return (
      <Page title="Sync">
        <EmptyState
          title="These books follow no others"
          actions={
            mayManage && (
              <ButtonLink variant="primary" href="/settings/connection">
                Connect QuickBooks
              </ButtonLink>
            )
          }
        >
          Keep invoices and payments in QuickBooks or other books, and follow them here. They are only read.
        </EmptyState>
      </Page>
    );
  const { connection, last, agreement, bars, aside, totals, history } = found;
  const { timeZone } = actor.org;
  const moment = localNow(timeZone);
  const clock = (at: Date) => formatInstant(at, timeZone, moment.day);
  const { sync } = jobTimes({ remindersAt: null, digestAt: null, statementsOn: null, isConnected: true });
  const hour = formatHour(sync ? nextRun(sync, moment).hour : 0);
  return (
    <Page
      title="Sync"
      actions={
        <>
          <span className="text-meta text-subtle max-md:hidden">Next run {hour}</span>
          {mayManage && <SyncNow requestId={uuid7()} />}
        </>
      }
    >
      <DroppedStrip names={dropped} />
      <div className="flex flex-col gap-5 px-6 py-5 max-md:px-4">
        <section aria-label="How it stands" className="grid items-start gap-6 md:grid-cols-[1fr_1fr_1.5fr]">
          <Freshness
            freshAt={last?.endedAt ?? null}
            clock={clock}
            agreement={agreement}
            othersApart={currenciesApart(last?.totals ?? [], actor.org.currency)}
            differencesHref={(currency) => withParams('/sync/differences', {}, { currency })}
          />
          {bars.length > 0 && <RunBars bars={bars} />}
        </section>
        <ConnectionCard connection={connection} mayManage={mayManage} />
        <AsideSummary counts={aside} />
        {last && <CustomerTotals totals={totals} system={connection.system} />}
        {history.rows.length === 0 ? (
          <p className="text-muted-foreground">Nothing has run yet.</p>
        ) : (
          <SyncRunTable
            runs={history.rows}
            open={open}
            hrefOf={(id) => withParams('/sync', params, { open: id })}
            timeZone={timeZone}
            today={moment.day}
          />
        )}
        <nav aria-label="Pages" className="flex justify-end gap-2">
          {before !== null && (
            <ButtonLink size="sm" href={withParams('/sync', params, { before: null })}>
              Newest
            </ButtonLink>
          )}
          {history.nextBefore !== null && (
            <ButtonLink
              size="sm"
              rel="next"
              href={withParams('/sync', params, { before: history.nextBefore })}
            >
              Older
            </ButtonLink>
          )}
        </nav>
      </div>
    </Page>
  );
}

function currenciesApart(totals: readonly SyncTotal[], but: string): number {
  return totals.filter(
    ({ currency, sourceMinor, oursMinor }) => currency !== but && sourceMinor !== oursMinor,
  ).length;
}
