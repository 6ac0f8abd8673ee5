'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { requestJobRun, retryJobRun } from '@/db/commands/request-job-run';
import { JOB_NAMES, JOB_WORDS } from '@/lib/jobs';

const stale = ['/jobs', '/reminders'];

/** Has a job run now. */
export const runNowAction = formAction({
  may: 'organization:manage',
  verb: 'request_job_run',
  input: z.object({ job: z.enum(JOB_NAMES) }),
  run: async (tx, actor, input) => {
    await requestJobRun(tx, actor, input);
    return { message: `${JOB_WORDS[input.job].name}: it runs now.` };
  },
  stale,
});

/** Begins a run anew that was given up. */
export const retryRunAction = formAction({
  may: 'organization:manage',
  verb: 'retry_job_run',
  input: z.object({ runId: z.uuid() }),
  run: async (tx, actor, input) => {
    const { job } = await retryJobRun(tx, actor, input);
    return { message: `${JOB_WORDS[job].name}: it is tried again.` };
  },
  stale,
});
