import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { stageOf } from '@/lib/domain/reminder-mail';
import type { PlannedReminder } from '@/lib/domain/reminder-plan';
import { type Reach, recipientsOf } from '../queries/recipients';
import type { Tx } from '../scope';
import { type NewMail, queueMails } from './queue-mail';

/** Reminders that were made, and their ids in the same order. */
interface Made {
  readonly planned: readonly PlannedReminder[];
  readonly reminderIds: readonly string[];
  /** How many steps the policy has. */
  readonly steps: number;
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

/** The mail of what was made for a customer, a copy to whoever is above once it is the last; none when no mail reaches it. */
export function reminderMail(customerId: string, reach: Reach | undefined, made: Made): NewMail[] {
  if (!reach || 'none' in reach) return [];
  const mine = made.planned.flatMap((planned, at) =>
    planned.customerId === customerId ? [{ planned, id: made.reminderIds[at] ?? '' }] : [],
  );
  const stage = stageOf(
    mine.map(({ planned }) => planned),
    made.steps,
  );
  const reminderIds = mine.map(({ id }) => id);
  const cc = stage === 'last' && reach.escalation ? [reach.escalation] : [];
  return [
    {
      to: { ...reach.to, cc },
      customerId,
      ...(reminderIds[0] ? { reminderId: reminderIds[0] } : {}),
      params: { kind: 'reminder', customer: reach.to.name, reminderIds, stage, invoices: [], note: '' },
    },
  ];
}
