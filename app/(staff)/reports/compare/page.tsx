import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { tableChanges } from '@/components/reports/table-changes';
import { TableChangesList } from '@/components/reports/table-changes-list';
import { Page } from '@/components/shell/page';
import { reportRunById } from '@/db/queries/report-runs';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatDay, formatInstant } from '@/lib/format';
import { reportKind } from '@/lib/report-kinds';
import { isUuid } from '@/lib/uuid';
import { thenAndNow } from './read';

export const metadata: Metadata = { title: 'Compare with what was sent' };

/** What a dashboard, Explore or a month-end pack that somebody took away would say otherwise now. */
export default async function CompareReportPage({ searchParams }: PageProps<'/reports/compare'>) {
  const actor = await requireStaff('books:export');
  const { run: asked } = await searchParams;
  // All that can be compared is listed there.
  if (asked === undefined) redirect('/reports');
  const id = String(asked);
  if (!isUuid(id)) notFound();
  const run = await withScope(actor, 'read', (tx) => reportRunById(tx, id));
  const tables = run && (await thenAndNow(actor, run));
  if (!tables) notFound();
  const { timeZone } = actor.org;
  const today = todayIn(timeZone);
  const name = reportKind(run.kind).replace(/, [^,]*$/, '');
  return (
    <Page
      title={`${name} of ${formatDay(run.asOf, { today })}, then and now`}
      parents={[{ label: 'Reports', href: '/reports' }]}
    >
      <TableChangesList
        changes={tableChanges(tables.before, tables.after)}
        takenAt={formatInstant(run.madeAt ?? new Date(run.knownAt), timeZone, today)}
      />
    </Page>
  );
}
