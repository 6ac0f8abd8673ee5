import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { type MailedPlan, mailedPlan, stageOf, type Unsent } from '@/lib/domain/reminder-mail';
import { type RemindableItem, type ReminderPlan, reminderPlan } from '@/lib/domain/reminder-plan';
import type { ReminderPolicy } from '@/lib/domain/reminder-policy';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { recipientsOf } from '../queries/recipients';
import { remindersQueuedOn } from '../queries/reminded-on';
import { remindableItems } from '../queries/reminder-candidates';
import { reminderHistories } from '../queries/reminder-histories';
import { reminderPolicy } from '../queries/reminder-policy';
import { reminderRuns } from '../schema/reminders';
import type { Tx } from '../scope';
import { insertReminders } from './insert-reminders';
import { lockLedger } from './lock-ledger';
import { queueReminders } from './queue-reminders';
import { recordActivity } from './record-activity';

/** What a run did. */
export interface RanReminders extends ReminderPlan {
  readonly runId: string;
  /** In the order of the plan's reminders. */
  readonly reminderIds: readonly string[];
}

/**
 * Goes through everything that is late on a day and reminds whom the policy says. Balances are read while the ledger is
 * held, so nothing that was paid is chased; a step of an item is taken once, however often the day is run. A run of today is
 * mailed to everybody who has an address; whoever has none is reminded all the same, for a letter.
 * @throws Refusal `run_date_before_last_run`.
 */
export async function runReminders(
  tx: Tx,
  actor: Actor,
  { on }: { readonly on: PlainDate },
): Promise<RanReminders> {
  await lockLedger(tx);
  await assertNotBefore(tx, on);
  const plan = await planReminders(tx, actor, on);
  return { ...plan, ...(await makeRun(tx, actor, plan, on)) };
}

/**
 * The same for the run that comes by itself: whom no mail reaches keeps the step, and is listed with the reason.
 * @throws Refusal `run_date_before_last_run`.
 */
export async function mailReminders(
  tx: Tx,
  actor: Actor,
  { on }: { readonly on: PlainDate },
): Promise<MailedPlan & { readonly runId: string }> {
  await lockLedger(tx);
  await assertNotBefore(tx, on);
  const { reminders, skipped } = await planMailedReminders(tx, actor, on);
  const plan = { reminders, skipped };
  const { runId } = await makeRun(tx, actor, plan, on);
  return { ...plan, runId };
}

/** What the run that comes by itself would mail now, what not and why, and of what it was planned; changes nothing. */
export async function planMailedReminders(
  tx: Tx,
  actor: Actor,
  on: PlainDate,
): Promise<MailedPlan & { readonly policy: ReminderPolicy; readonly items: readonly RemindableItem[] }> {
  const { policy, items, plan } = await readPlan(tx, actor, on);
  const customerIds = [...new Set(plan.reminders.map(({ customerId }) => customerId))];
  const reaches = await recipientsOf(tx, customerIds);
  const queued = await remindersQueuedOn(tx, customerIds, { on, timeZone: actor.org.timeZone });
  const told = new Set(
    queued.flatMap((mail) => (mail.isOfRun || mail.state !== 'cancelled' ? mail.customerId : [])),
  );
  const unsent = customerIds.flatMap((id): (readonly [string, Unsent])[] => {
    if (told.has(id)) return [[id, 'told_today']];
    const reach = reaches.get(id);
    return reach && 'none' in reach ? [[id, reach.none]] : [];
  });
  return { ...mailedPlan(plan, new Map(unsent)), policy, items };
}

async function makeRun(
  tx: Tx,
  actor: Actor,
  plan: Pick<MailedPlan, 'reminders' | 'skipped'>,
  on: PlainDate,
): Promise<Pick<RanReminders, 'runId' | 'reminderIds'>> {
  const { isByHand: waits, steps } = await reminderPolicy(tx);
  const runId = uuid7();
  await tx.insert(reminderRuns).values({ id: runId, runOn: on, createdBy: actor.userId });
  const reminderIds = await insertReminders(tx, actor, plan.reminders, { on, runId, waits });
  if (!waits && on === todayIn(actor.org.timeZone))
    await queueReminders(tx, actor, {
      planned: plan.reminders,
      reminderIds,
      stageOf: (mine) => stageOf(mine, steps.length),
      note: '',
      on,
    });
  await recordActivity(tx, actor, {
    verb: 'reminders_run',
    objectKind: 'reminder_run',
    objectId: runId,
    after: { runOn: on, reminders: reminderIds.length, skipped: plan.skipped.length },
  });
  return { runId, reminderIds };
}

/** What a run on a day would send now, and what not and why; changes nothing. */
export async function planReminders(tx: Tx, actor: Actor, on: PlainDate): Promise<ReminderPlan> {
  return (await readPlan(tx, actor, on)).plan;
}

async function readPlan(tx: Tx, { org }: Actor, on: PlainDate) {
  const policy = await reminderPolicy(tx);
  const items = await remindableItems(tx, policy, { on, timeZone: org.timeZone });
  return { policy, items, plan: reminderPlan(policy, items, await reminderHistories(tx, on), on) };
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
