import { pruneSignIns } from '@/db/commands/prune-sign-ins';
import { withScope } from '@/db/scope';
import { log } from '@/lib/log';

/** Takes away what nobody needs any more of past sign-ins. */
export async function prune(): Promise<void> {
  log('info', 'pruned', { ...(await withScope({ kind: 'job' }, 'write', pruneSignIns)) });
}
