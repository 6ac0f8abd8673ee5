import { forgetOldMailSecrets } from '@/db/commands/forget-mail-secret';
import { pruneDeliveries } from '@/db/commands/prune-deliveries';
import { pruneJobRuns } from '@/db/commands/prune-job-runs';
import { pruneReportJobs } from '@/db/commands/prune-report-jobs';
import { pruneSignIns } from '@/db/commands/prune-sign-ins';
import { withScope } from '@/db/scope';
import { log } from '@/lib/log';

/**
 * Takes away what nobody needs any more: past sign-ins, files that were ready to be fetched for a week, secrets of mails that are
 * gone, runs and webhooks of a quarter ago.
 */
export async function prune(): Promise<void> {
  const signIns = await withScope({ kind: 'job' }, 'write', pruneSignIns);
  const { files } = await withScope({ kind: 'job' }, 'write', pruneReportJobs);
  const secrets = await withScope({ kind: 'job' }, 'write', forgetOldMailSecrets);
  const runs = await withScope({ kind: 'job' }, 'write', pruneJobRuns);
  const webhooks = await withScope({ kind: 'job' }, 'write', pruneDeliveries);
  log('info', 'pruned', { ...signIns, files, secrets, runs, webhooks });
}
