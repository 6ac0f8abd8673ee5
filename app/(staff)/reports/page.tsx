import type { Metadata } from 'next';
import { z } from 'zod';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { JobList } from '@/components/reports/job-list';
import { RunTable } from '@/components/reports/run-table';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { reportJobsOf } from '@/db/queries/report-jobs';
import { reportRunList } from '@/db/queries/report-runs';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { paramReader } from '@/lib/read-params';

/** Runs on one page. */
const PAGE = 50;
const PAGES = z.coerce.number().int().min(1).max(10_000);

export const metadata: Metadata = { title: 'Reports' };

/** Files that are being made for the person, and every report that anybody took away, each to be made again. */
export default async function ReportsPage({ searchParams }: PageProps<'/reports'>) {
  const actor = await requireStaff('books:export');
  const { read, dropped } = paramReader(await searchParams);
  const page = read('page', PAGES, 1);
  const { timeZone } = actor.org;
  const today = todayIn(timeZone);
  const { jobs, runs } = await withScope(actor, 'read', async (tx) => ({
    jobs: await reportJobsOf(tx, actor.userId),
    runs: await reportRunList(tx, { limit: PAGE + 1, offset: (page - 1) * PAGE }),
  }));
  return (
    <Page
      title="Reports"
      actions={
        <>
          <ButtonLink href="/reports/month-end" size="sm">
            Month-end pack
          </ButtonLink>
          <ButtonLink href="/aging" size="sm" className="max-md:hidden">
            Aging report
          </ButtonLink>
        </>
      }
    >
      <DroppedStrip names={dropped} />
      <div className="flex flex-col gap-8 px-6 py-5 max-md:px-4">
        {jobs.length > 0 && <JobList jobs={jobs} timeZone={timeZone} today={today} />}
        {runs.length === 0 ? (
          <EmptyState
            title="No report was downloaded yet"
            actions={<ButtonLink href="/aging">Open the aging report</ButtonLink>}
          >
            What anybody downloads is listed here, and can be made again as it was.
          </EmptyState>
        ) : (
          <RunTable
            runs={runs.slice(0, PAGE)}
            timeZone={timeZone}
            today={today}
            newerHref={page > 1 ? `/reports?page=${page - 1}` : null}
            olderHref={runs.length > PAGE ? `/reports?page=${page + 1}` : null}
          />
        )}
      </div>
    </Page>
  );
}
