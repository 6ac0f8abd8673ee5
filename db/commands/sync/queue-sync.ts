import type { Actor } from '@/lib/actor';
import type { Tx } from '../../scope';
import { queueJobRun } from '../queue-job-run';

/** Has the other books read once the transaction has committed. A run that is under way may be past what is to be looked at: another follows. */
export async function queueSync(tx: Tx, actor: Pick<Actor, 'userId'>): Promise<void> {
  await queueJobRun(tx, actor, 'sync', ['queued']);
}
