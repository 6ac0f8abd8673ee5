import { DEFAULT_POLICY, type ReminderPolicy } from '@/lib/domain/reminder-policy';
import { reminderPolicies } from '../schema/reminders';
import type { Tx } from '../scope';

/** When the organization in scope reminds: as it said, or by default. */
export async function reminderPolicy(tx: Tx): Promise<ReminderPolicy> {
  const [row] = await tx.select({ policy: reminderPolicies.policy }).from(reminderPolicies).limit(1);
  return { ...DEFAULT_POLICY, ...row?.policy };
}
