import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { CLEAR } from '@/lib/domain/overdue-state';
import type { ReminderPolicy } from '@/lib/domain/reminder-policy';
import { Refusal } from '@/lib/refusal';
import { reminderPolicy } from '../queries/reminder-policy';
import { reminderPolicies } from '../schema/reminders';
import type { Tx } from '../scope';
import { lockLedger } from './lock-ledger';
import { recordActivity } from './record-activity';

/**
 * Says when customers are reminded; what is left out stays. What was sent stays sent.
 * @throws Refusal `invalid` when the steps do not rise, or two states of the ladder have one name.
 */
export async function setReminderPolicy(
  tx: Tx,
  actor: Actor,
  changes: Partial<ReminderPolicy>,
): Promise<ReminderPolicy> {
  await lockLedger(tx);
  const before = await reminderPolicy(tx);
  const policy = { ...before, ...changes };
  if (policy.steps.some((step, at) => step < (policy.steps[at - 1] ?? step)))
    throw new Refusal('invalid', 'Each step must come on the day of the one before it, or later.', 'steps');
  const names = [CLEAR, ...policy.states.map((state) => state.name)];
  if (new Set(names).size < names.length)
    throw new Refusal('invalid', 'Two states of a customer have the same name.', 'overdueStates');
  await tx
    .insert(reminderPolicies)
    .values({ policy })
    .onConflictDoUpdate({ target: reminderPolicies.orgId, set: { policy, updatedAt: sql`now()` } });
  const { id } = actor.org;
  const deed = { verb: 'reminder_policy_changed', objectKind: 'organization', objectId: id };
  await recordActivity(tx, actor, { ...deed, before, after: policy });
  return policy;
}
