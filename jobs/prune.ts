import { pruneReportJobs } from '@/db/commands/prune-report-jobs';
import { pruneSignIns } from '@/db/commands/prune-sign-ins';
import { withScope } from '@/db/scope';
import { log } from '@/lib/log';

/** Takes away what nobody needs any more: past sign-ins, and files that were ready to be fetched for a week. */
export async function prune(): Promise<void> {
  const signIns = await withScope({ kind: 'job' }, 'write', pruneSignIns);
  const { files } = await withScope({ kind: 'job' }, 'write', pruneReportJobs);
  log('info', 'pruned', { ...signIns, files });
}
