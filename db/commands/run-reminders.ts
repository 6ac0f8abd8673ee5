import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { type ReminderPlan, reminderPlan } from '@/lib/domain/reminder-plan';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { remindableItems } from '../queries/reminder-candidates';
import { reminderHistories } from '../queries/reminder-histories';
import { reminderPolicy } from '../queries/reminder-policy';
import { reminderRuns } from '../schema/reminders';
import type { Tx } from '../scope';
import { insertReminders } from './insert-reminders';
import { lockLedger } from './lock-ledger';
import { recordActivity } from './record-activity';

/** What a run did. */
export interface RanReminders extends ReminderPlan {
  readonly runId: string;
  /** In the order of the plan's reminders. */
  readonly reminderIds: readonly string[];
}

/**
 * Goes through everything that is late on a day and reminds whom the policy says. Balances are read while the ledger is
 * held, so nothing that was paid is chased; a step of an item is taken once, however often the day is run.
 * @throws Refusal `run_date_before_last_run`.
 */
export async function runReminders(
  tx: Tx,
  actor: Actor,
  { on }: { readonly on: PlainDate },
): Promise<RanReminders> {
  await lockLedger(tx);
  await assertNotBefore(tx, on);
  const policy = await reminderPolicy(tx);
  const plan = await planReminders(tx, actor, on);
  const runId = uuid7();
  await tx.insert(reminderRuns).values({ id: runId, runOn: on, createdBy: actor.userId });
  const { isByHand: waits } = policy;
  const reminderIds = await insertReminders(tx, actor, plan.reminders, { on, runId, waits });
  await recordActivity(tx, actor, {
    verb: 'reminders_run',
    objectKind: 'reminder_run',
    objectId: runId,
    after: { runOn: on, reminders: reminderIds.length, skipped: plan.skipped.length },
  });
  return { runId, reminderIds, ...plan };
}

/** What a run on a day would send now, and what not and why; changes nothing. */
export async function planReminders(tx: Tx, { org }: Actor, on: PlainDate): Promise<ReminderPlan> {
  const policy = await reminderPolicy(tx);
  const items = await remindableItems(tx, policy, { on, timeZone: org.timeZone });
  return reminderPlan(policy, items, await reminderHistories(tx, on), on);
}

async function assertNotBefore(tx: Tx, on: PlainDate): Promise<void> {
  const [last] = await tx
    .select({ runOn: sql<PlainDate | null>`max(${reminderRuns.runOn})::text` })
    .from(reminderRuns);
  if (last?.runOn && on < last.runOn)
    throw new Refusal(
      'run_date_before_last_run',
      `Reminders were last run on ${last.runOn}. Choose that day or a later one.`,
      'date',
    );
}
