import type { ReportJob } from '@/db/queries/report-jobs';

/** Whether a file is still to be made. */
export function isUnderWay({ state }: Pick<ReportJob, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** How far the files are now; null when that could not be found out this time. */
export async function readProgress(jobs: readonly ReportJob[]): Promise<ReportJob[] | null> {
  try {
    const response = await fetch('/reports/progress');
    if (!response.ok) return null;
    const told: unknown = await response.json();
    if (!Array.isArray(told)) return null;
    const byId = new Map<unknown, object>(told.filter(isJob).map((job) => [job.id, job]));
    return jobs.map((job) => ({ ...job, ...byId.get(job.id), createdAt: job.createdAt }));
  } catch {
    return null;
  }
}

function isJob(told: unknown): told is { readonly id: unknown } {
  return typeof told === 'object' && told !== null && 'id' in told;
}
