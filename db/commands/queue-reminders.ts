import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { PlannedReminder } from '@/lib/domain/reminder-plan';
import type { ReminderStage } from '@/lib/mail/params';
import { type Reach, recipientsOf } from '../queries/recipients';
import type { Tx } from '../scope';
import { type NewMail, queueMails } from './queue-mail';

/** Reminders that were made, and their ids in the same order. */
interface Made {
  readonly planned: readonly PlannedReminder[];
  readonly reminderIds: readonly string[];
  /** How urgent the mail of these is. */
  readonly stageOf: (mine: readonly PlannedReminder[]) => ReminderStage;
  /** What somebody wrote above them; '' for none. */
  readonly note: string;
}

/**
 * Queues one mail for each customer that can be reached, whatever the currencies: of a run there is one a day. What it says is
 * read again when it goes. Answers the ids of the mails.
 */
export async function queueReminders(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  { on, ...made }: Made & { readonly on: PlainDate },
): Promise<string[]> {
  const customerIds = [...new Set(made.planned.map(({ customerId }) => customerId))];
  const reaches = await recipientsOf(tx, customerIds);
  const mails = customerIds.flatMap((customerId) =>
    reminderMail(customerId, reaches.get(customerId), made).map((mail) => ({
      ...mail,
      key: `reminder:${customerId}:${on}`,
    })),
  );
  return queueMails(tx, actor, mails);
}

/**
 * The one mail of what was made for a customer, whatever the currencies, a copy to whoever is above once it is the last; none when no mail
 * reaches it, or nothing was made.
 */
export function reminderMail(
  customerId: string,
  reach: Reach | undefined,
  { planned: all, reminderIds: ids, stageOf, note }: Made,
): (NewMail & { readonly customerId: string })[] {
  if (!reach || 'none' in reach) return [];
  const mine = all.flatMap((planned, at) =>
    planned.customerId === customerId ? [{ planned, id: ids[at] ?? '' }] : [],
  );
  if (mine.length === 0) return [];
  const stage = stageOf(mine.map(({ planned }) => planned));
  const reminderIds = mine.map(({ id }) => id);
  const cc = stage === 'last' && reach.escalation ? [reach.escalation] : [];
  return [
    {
      to: { ...reach.to, cc },
      customerId,
      ...(reminderIds[0] ? { reminderId: reminderIds[0] } : {}),
      params: { kind: 'reminder', customer: reach.to.name, reminderIds, stage, invoices: [], note },
    },
  ];
}
