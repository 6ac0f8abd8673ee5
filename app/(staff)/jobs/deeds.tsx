import { DeedForm } from '@/components/forms/deed-form';
import { JOB_WORDS, type JobName } from '@/lib/jobs';
import { retryRunAction, runNowAction } from './actions';

/** Has a job run now. */
export function RunNow({ job, requestId }: { readonly job: JobName; readonly requestId: string }) {
  return (
    <DeedForm action={runNowAction} values={{ job }} requestId={requestId}>
      Run now<span className="sr-only">: {JOB_WORDS[job].name}</span>
    </DeedForm>
  );
}

/** Begins a run anew that was given up. */
export function RetryRun({
  runId,
  job,
  requestId,
}: {
  readonly runId: string;
  readonly job: JobName;
  readonly requestId: string;
}) {
  return (
    <DeedForm action={retryRunAction} values={{ runId }} requestId={requestId}>
      Try again<span className="sr-only">: {JOB_WORDS[job].name}</span>
    </DeedForm>
  );
}
