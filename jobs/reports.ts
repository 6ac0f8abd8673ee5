import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { advanceReportJob } from '@/db/commands/advance-report-job';
import { type ClaimedReport, claimReportJob, MOST_ATTEMPTS } from '@/db/commands/claim-report-job';
import { failReportJob, finishReportJob } from '@/db/commands/end-report-job';
import { reportJobsLeft } from '@/db/queries/report-jobs';
import { withScope } from '@/db/scope';
import type { Organization, StaffActor } from '@/lib/actor';
import { describeError, log } from '@/lib/log';
import { readReport } from './read-report';
import { renderReport } from './render-report';

/** Milliseconds between two looks at the list. */
const EVERY = 2_000;
/** Milliseconds between two signs of life while a file is made. */
const BEAT = 1_000;
/** Milliseconds that a large file may take to be handed over. */
const WITHIN = 120_000;

const GIVEN_UP = 'It could not be made, three times. Narrow the report, or take it as CSV.';
const TOO_LONG = 'It has more than 2,000 pages. Narrow the report, or take it as CSV.';

/** Makes the files on the list, one at a time, until it is told to stop. Several workers may do so at once. */
export async function makeReports(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await makeReportsLeft();
    } catch (error) {
      log('error', 'reports_failed', { error: describeError(error) });
    }
    await pause(EVERY, undefined, { signal }).catch(() => {});
  }
}

/** Makes what is on the list now. Answers how many files were begun. */
export async function makeReportsLeft(): Promise<number> {
  const left = await withScope({ kind: 'job' }, 'read', reportJobsLeft);
  let begun = 0;
  for (const { id, org } of left) if (await makeReport(id, org)) begun += 1;
  return begun;
}

/** Makes one file on the list, and hands it over. False when another worker is at it, or nothing is left to do. */
export async function makeReport(id: string, org: Organization): Promise<boolean> {
  // The least that makes a report: whatever the person may do besides, the file needs no more.
  const worker: StaffActor = { kind: 'staff', role: 'manager', userId: null, name: 'Reports', org };
  const claimed = await withScope(worker, 'write', (tx) => claimReportJob(tx, id));
  if (!claimed) return false;
  await attempt(worker, id, claimed);
  return true;
}

async function attempt(worker: StaffActor, id: string, claimed: ClaimedReport): Promise<void> {
  const fail = (problem: string | null) => withScope(worker, 'write', (tx) => failReportJob(tx, id, problem));
  if (claimed.attempts > MOST_ATTEMPTS) return fail(GIVEN_UP);
  try {
    if (!(await make(worker, id, claimed))) await fail(TOO_LONG);
  } catch (error) {
    log('error', 'report_failed', { org: worker.org.id, id, error: describeError(error) });
    await fail(claimed.attempts === MOST_ATTEMPTS ? GIVEN_UP : null);
  }
}

/** Makes one file and hands it over. False when it would be too long. */
async function make(worker: StaffActor, id: string, claimed: ClaimedReport): Promise<boolean> {
  const progress = beating(worker, id);
  try {
    const read = await readReport(worker, claimed);
    if (read === null) return false;
    const madeAt = new Date();
    const { file, pages } = await renderReport({ ...read.work, madeAt }, progress.say);
    const fileHash = createHash('sha256').update(file).digest('hex');
    const person: StaffActor = { ...worker, userId: claimed.createdBy, name: read.by };
    await withScope(
      worker,
      'write',
      async (tx) => {
        if (await finishReportJob(tx, id, { file, pages }))
          await read.record(tx, person, { madeAt, fileHash });
      },
      WITHIN,
    );
    return true;
  } finally {
    await progress.stop();
  }
}

/** Says once a second that the worker is at it, and how far it is. */
function beating(worker: StaffActor, id: string) {
  const stopping = new AbortController();
  let now: { readonly pagesDone: number; readonly pagesTotal: number | null } = {
    pagesDone: 0,
    pagesTotal: null,
  };
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await withScope(worker, 'write', (tx) => advanceReportJob(tx, id, now)).catch((error: unknown) =>
        log('warn', 'report_beat_failed', { id, error: describeError(error) }),
      );
      await pause(BEAT, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const done = loop();
  return {
    say: (progress: typeof now) => {
      now = progress;
    },
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}
