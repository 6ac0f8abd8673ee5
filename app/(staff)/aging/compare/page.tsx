import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { filtersOf } from '@/app/exports/aging/remake';
import { ChangesTable } from '@/components/aging/changes-table';
import { Page } from '@/components/shell/page';
import { Pager } from '@/components/ui/pager';
import { reportChanges } from '@/db/queries/report-changes';
import { reportRunById, type StoredReportRun } from '@/db/queries/report-runs';
import { LARGE_BOOKS_WITHIN, withScope } from '@/db/scope';
import { writeAgingFilters } from '@/lib/aging-params';
import { todayIn } from '@/lib/domain/dates';
import type { SearchParams } from '@/lib/filters';
import { formatDay, formatInstant } from '@/lib/format';
import { isAging } from '@/lib/report-kinds';
import { withParams } from '@/lib/url';
import { isUuid } from '@/lib/uuid';

/** Changed items on one page. */
const CHANGES = 100;
export const metadata: Metadata = { title: 'Compare with what was sent' };

/** What a report that somebody took away would say otherwise now, and because of which documents. */
export default async function ComparePage({ searchParams }: PageProps<'/aging/compare'>) {
  const actor = await requireStaff('books:read');
  const params = await searchParams;
  const { timeZone } = actor.org;
  const today = todayIn(timeZone);
  const page = pageIn(params);
  const takenAt = (run: StoredReportRun) =>
    formatInstant(run.madeAt ?? new Date(run.knownAt), timeZone, today);
  const hrefOf = (to: number) => withParams('/aging/compare', params, { page: to === 1 ? null : to });
  // All that can be compared is listed there.
  if (params.run === undefined) redirect('/reports');
  const id = String(params.run);
  const found = isUuid(id)
    ? await withScope(actor, 'read', (tx) => compared(tx, id), LARGE_BOOKS_WITHIN)
    : null;
  if (!found) notFound();
  const { run, filters, changes } = found;
  const asItWas = writeAgingFilters({ ...filters, page: 1 }, actor.org);
  return (
    <Page
      title={`Report of ${formatDay(run.asOf, { today })}, then and now`}
      parents={[
        { label: 'Aging report', href: '/aging' },
        { label: 'Reports', href: '/reports' },
      ]}
    >
      <ChangesTable
        changes={changes}
        shown={{ from: (page - 1) * CHANGES, to: page * CHANGES }}
        currency={filters.currency}
        takenAt={takenAt(run)}
        today={today}
        thenHref={withParams('/aging', asItWas, {})}
        nowHref={withParams('/aging', asItWas, { knownAt: null })}
      />
      <Pager page={page} pageSize={CHANGES} total={changes.length} hrefOf={hrefOf} />
    </Page>
  );
}

async function compared(tx: Parameters<typeof reportRunById>[0], id: string) {
  const run = await reportRunById(tx, id);
  if (!run || !isAging(run.kind)) return null;
  const filters = filtersOf(run);
  return { run, filters, changes: await reportChanges(tx, filters, null) };
}

function pageIn({ page }: SearchParams): number {
  const written = Number(page);
  return Number.isInteger(written) && written >= 1 && written <= 100_000 ? written : 1;
}
