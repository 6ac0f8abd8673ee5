import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { type Chosen, type HandPlan, handPlan, handStage } from '@/lib/domain/hand-plan';
import type { Unsent } from '@/lib/domain/reminder-mail';
import { Refusal } from '@/lib/refusal';
import { type Reach, recipientsOf } from '../queries/recipients';
import { remindersQueuedOn } from '../queries/reminded-on';
import { remindableItems } from '../queries/reminder-candidates';
import { reminderPolicy } from '../queries/reminder-policy';
import type { Tx } from '../scope';
import { insertReminders } from './insert-reminders';
import { lockCustomers } from './lock-customers';
import { lockLedger } from './lock-ledger';
import { queueMails, undoableUntil } from './queue-mail';
import { reminderMail } from './queue-reminders';
import { recordActivities } from './record-activity';

/** Whom somebody reminds at once, of what, and with which words of their own. */
export interface RemindMany extends Chosen {
  readonly note: string;
  readonly on: PlainDate;
}

/** Who was reminded: the mails, one a customer. */
interface RemindedMany {
  readonly mailIds: readonly string[];
  /** Those of the choice that got none. */
  readonly leftOut: number;
}

/**
 * Reminds many customers because somebody wants to, each by one mail: goes out after half a minute, in which it can be taken back. What is
 * disputed, promised or on hold is left out, and so is who was mailed a reminder today.
 * @throws Refusal `not_found` when one of them is not there, `invalid` when none of them can be reminded.
 */
export async function remindMany(tx: Tx, actor: StaffActor, chosen: RemindMany): Promise<RemindedMany> {
  const { customerIds, note, on } = chosen;
  await lockCustomers(tx, customerIds);
  await lockLedger(tx);
  const { plan, reaches } = await planByHand(tx, actor, chosen);
  const reminderIds = await insertReminders(tx, actor, plan.reminders, { on, waits: false });
  const made = { planned: plan.reminders, reminderIds, stageOf: handStage, note };
  const mails = [...reaches].flatMap(([id, reach]) =>
    reminderMail(id, reach, made).map((mail) => ({ ...mail, sendAfter: undoableUntil() })),
  );
  if (mails.length === 0)
    throw new Refusal('invalid', 'None of them can be reminded now. Load the page again to see why.');
  const mailIds = await queueMails(tx, actor, mails);
  await recordActivities(
    tx,
    actor,
    mails.map(({ customerId, to }, at) => ({
      verb: 'mail_queued',
      objectKind: 'mail',
      objectId: mailIds[at] ?? '',
      customerId,
      after: { kind: 'reminder', to: to.address },
    })),
  );
  return { mailIds, leftOut: reaches.size - mailIds.length };
}

/** Whom of a choice mails would reach now, and of what; what not and why. Changes nothing. */
export async function planByHand(
  tx: Tx,
  { org }: Pick<StaffActor, 'org'>,
  chosen: Chosen & Pick<RemindMany, 'on'>,
): Promise<{ readonly plan: HandPlan; readonly reaches: ReadonlyMap<string, Reach> }> {
  const { customerIds, on } = chosen;
  const { timeZone } = org;
  const items = await remindableItems(tx, await reminderPolicy(tx), { on, timeZone, customerIds });
  const reaches = await recipientsOf(tx, customerIds);
  const queued = await remindersQueuedOn(tx, customerIds, { on, timeZone });
  const told = new Set(queued.flatMap((mail) => (mail.state === 'cancelled' ? [] : mail.customerId)));
  const unsent = [...reaches].flatMap(([id, reach]): (readonly [string, Unsent])[] => {
    if (told.has(id)) return [[id, 'told_today']];
    return 'none' in reach ? [[id, reach.none]] : [];
  });
  return { plan: handPlan(chosen, items, new Map(unsent), on), reaches };
}
