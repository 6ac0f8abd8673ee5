import type { Metadata } from 'next';
import { z } from 'zod';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { JobCard } from '@/components/jobs/job-card';
import { RunTable } from '@/components/jobs/run-table';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { liveConnection } from '@/db/queries/connection';
import { jobsAreRunning } from '@/db/queries/health';
import { deadJobRuns, jobHistory, lastJobRuns } from '@/db/queries/job-runs';
import { mailSettingsOf } from '@/db/queries/mail-settings';
import { withScope } from '@/db/scope';
import { localNow } from '@/lib/domain/business-hours';
import { nextRun } from '@/lib/domain/job-times';
import { jobTimes } from '@/lib/job-times';
import { JOB_NAMES } from '@/lib/jobs';
import { paramReader } from '@/lib/read-params';
import { withParams } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { RetryRun, RunNow } from './deeds';

export const metadata: Metadata = { title: 'Jobs' };

/** What runs without anybody: when next, what came of it the last time, and everything that ever ran. */
export default async function JobsPage({ searchParams }: PageProps<'/jobs'>) {
  const actor = await requireStaff('organization:manage');
  const params = await searchParams;
  const { read, dropped } = paramReader(params);
  const before = read('before', z.uuid(), null);
  const found = await withScope(actor, 'read', async (tx) => ({
    settings: { ...(await mailSettingsOf(tx)), isConnected: (await liveConnection(tx)) !== null },
    last: await lastJobRuns(tx),
    dead: await deadJobRuns(tx),
    history: await jobHistory(tx, { before }),
  }));
  const isAlive = await jobsAreRunning();
  const { timeZone } = actor.org;
  const moment = localNow(timeZone);
  const times = jobTimes(found.settings);
  const clock = { timeZone, today: moment.day };
  return (
    <Page title="Jobs">
      <DroppedStrip names={dropped} />
      {!isAlive && (
        <p
          role="alert"
          className="border-b border-border bg-destructive-soft px-6 py-2 text-destructive max-md:px-4"
        >
          No worker has been heard of for three minutes: nothing runs. Start it with “npm run worker”.
        </p>
      )}
      <div className="flex flex-col gap-8 px-6 py-5 max-md:px-4">
        {found.dead.length > 0 && (
          <section aria-labelledby="dead">
            <h2 id="dead" className="mb-2 text-section text-destructive">
              Given up
            </h2>
            <RunTable
              {...clock}
              label="Runs that were given up"
              runs={found.dead}
              renderDeed={(run) => <RetryRun runId={run.id} job={run.job} requestId={uuid7()} />}
            />
          </section>
        )}
        <section
          aria-label="What runs"
          className="grid grid-cols-3 gap-4 max-xl:grid-cols-2 max-md:grid-cols-1"
        >
          {JOB_NAMES.map((job) => {
            const time = times[job];
            return (
              <JobCard
                key={job}
                {...clock}
                job={job}
                next={time && nextRun(time, moment)}
                last={found.last.find((run) => run.job === job) ?? null}
              >
                {job === 'sync' && !found.settings.isConnected ? (
                  <ButtonLink size="sm" href="/settings/connection">
                    Connect QuickBooks
                  </ButtonLink>
                ) : (
                  <RunNow job={job} requestId={uuid7()} />
                )}
              </JobCard>
            );
          })}
        </section>
        <section aria-labelledby="history">
          <h2 id="history" className="mb-2 text-section">
            History
          </h2>
          {found.history.rows.length === 0 ? (
            <p className="text-muted-foreground">Nothing has run yet.</p>
          ) : (
            <RunTable {...clock} label="What ran" runs={found.history.rows} />
          )}
          <nav aria-label="Pages" className="mt-3 flex justify-end gap-2">
            {before !== null && (
              <ButtonLink size="sm" href={withParams('/jobs', params, { before: null })}>
                Newest
              </ButtonLink>
            )}
            {found.history.nextBefore !== null && (
              <ButtonLink
                size="sm"
                rel="next"
                href={withParams('/jobs', params, { before: found.history.nextBefore })}
              >
                Older
              </ButtonLink>
            )}
          </nav>
        </section>
      </div>
    </Page>
  );
}
