import { activityHeads } from '../schema/activity';
import type { Tx } from '../scope';

/** The newest entry of the organization's activity: its sequence, 0 before the first, and when anything was recorded last. */
export async function lastActivity(tx: Tx): Promise<{ sequence: number; recordedAt: Date | null }> {
  const [head] = await tx
    .select({ sequence: activityHeads.sequence, recordedAt: activityHeads.recordedAt })
    .from(activityHeads)
    .limit(1);
  return head ?? { sequence: 0, recordedAt: null };
}
