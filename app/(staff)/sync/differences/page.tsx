import type { Metadata } from 'next';
import { z } from 'zod';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { Page } from '@/components/shell/page';
import { DifferenceTable } from '@/components/sync/difference-table';
import { EmptyState } from '@/components/ui/empty-state';
import { liveConnection } from '@/db/queries/connection';
import { syncDifferences } from '@/db/queries/sync-differences';
import { syncTotals } from '@/db/queries/sync-totals';
import { withScope } from '@/db/scope';
import { isCurrency } from '@/lib/domain/currencies';
import { toMinor } from '@/lib/domain/money';
import { formatCount, formatMoney } from '@/lib/format';
import { paramReader } from '@/lib/read-params';
import { totalIn } from '@/lib/sources/agreement';

export const metadata: Metadata = { title: 'Differences' };

/** What makes up the difference between both books in a currency as they stand now, document by document. */
export default async function DifferencesPage({ searchParams }: PageProps<'/sync/differences'>) {
  const actor = await requireStaff('books:read');
  const { read, dropped } = paramReader(await searchParams);
  const currency = read('currency', z.string().refine(isCurrency), actor.org.currency);
  const found = await withScope(actor, 'read', async (tx) => {
    const connection = await liveConnection(tx);
    if (!connection) return null;
    const totals = await syncTotals(tx, connection.id);
    const total = totalIn(totals, currency);
    return { ...(await syncDifferences(tx, connection.id, currency)), system: connection.system, total };
  });
  if (!found)
    return (
      <Page title="Differences" parents={[{ label: 'Sync', href: '/sync' }]}>
        <EmptyState title="These books follow no others" />
      </Page>
    );
  const { rows, count, system, total } = found;
  const listed = toMinor(rows.reduce((sum, row) => sum + row.oursMinor - row.sourceMinor, 0));
  return (
    <Page title={`Differences in ${currency}`} parents={[{ label: 'Sync', href: '/sync' }]}>
      <DroppedStrip names={dropped} />
      {count === 0 ? (
        <EmptyState title={`Both books agree on every document in ${currency}`} tone="good" />
      ) : (
        <div className="flex flex-col gap-4 px-6 py-5 max-md:px-4">
          <p className="text-muted-foreground">
            {system} says {formatMoney(total.sourceMinor, currency)}, these books say{' '}
            {formatMoney(total.oursMinor, currency)}: {formatMoney(total.differenceMinor, currency)} apart,
            over {formatCount(count, 'document')}
            {count > rows.length &&
              `, of which the largest ${formatCount(rows.length)} (${formatMoney(listed, currency)}) are listed`}
            .
          </p>
          <DifferenceTable rows={rows} currency={currency} system={system} />
        </div>
      )}
    </Page>
  );
}
