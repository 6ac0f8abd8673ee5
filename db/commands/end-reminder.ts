import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { sumOf } from '@/lib/domain/money';
import { stageOf } from '@/lib/domain/reminder-mail';
import type { PlannedLine } from '@/lib/domain/reminder-plan';
import { Refusal } from '@/lib/refusal';
import { recipientsOf } from '../queries/recipients';
import { reminderPolicy } from '../queries/reminder-policy';
import { openItems } from '../schema/open-items';
import { reminderLines, reminders } from '../schema/reminders';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { postDocuments } from './post-documents';
import { queueMails } from './queue-mail';
import { reminderMail } from './queue-reminders';
import { recordActivity } from './record-activity';

type Row = typeof reminders.$inferSelect;

/** Sends a reminder that waited: to whoever has an address, by mail. @throws Refusal `not_found`, `already_undone` (withdrawn), `duplicate` (sent). */
export async function sendReminder(
  tx: Tx,
  actor: Actor,
  { reminderId }: { readonly reminderId: string },
): Promise<{ reminderId: string }> {
  const reminder = await standing(tx, reminderId);
  if (reminder.sentAt) throw new Refusal('duplicate', 'That reminder was already sent.');
  await tx.update(reminders).set({ sentAt: sql`now()` }).where(eq(reminders.id, reminderId));
  await mailReminder(tx, actor, reminder);
  await note(tx, actor, reminder, { verb: 'reminder_sent' });
  return { reminderId };
}

/** Takes a reminder back: it no longer counts. Steps that it took are not taken again. @throws Refusal `not_found`, `already_undone`. */
export async function withdrawReminder(
  tx: Tx,
  actor: Actor,
  { reminderId, reason }: { readonly reminderId: string; readonly reason: string },
): Promise<{ reminderId: string }> {
  const reminder = await standing(tx, reminderId);
  await tx.update(reminders).set({ withdrawnAt: sql`now()` }).where(eq(reminders.id, reminderId));
  await note(tx, actor, reminder, { verb: 'reminder_withdrawn', after: { reason } });
  return { reminderId };
}

/**
 * Bills the fee and the interest that a reminder demanded, as one late fee. Once.
 * @throws Refusal `not_found`, `already_undone` (withdrawn), `duplicate` (billed before), `amount_must_be_positive` (nothing to bill), `period_locked`.
 */
export async function chargeReminder(
  tx: Tx,
  actor: Actor,
  { reminderId, on }: { readonly reminderId: string; readonly on?: PlainDate },
): Promise<{ reminderId: string; documentId: string }> {
  const reminder = await standing(tx, reminderId);
  if (reminder.chargeDocumentId) throw new Refusal('duplicate', 'That reminder was already billed.');
  const amountMinor = sumOf([reminder.feeMinor, reminder.interestMinor]);
  if (amountMinor <= 0)
    throw new Refusal('amount_must_be_positive', 'That reminder has neither a fee nor interest to bill.');
  const documentDate = on ?? reminder.reminderDate;
  const { customerId, currency } = reminder;
  const [posted] = await postDocuments(tx, actor, [
    {
      kind: 'late_fee',
      customerId,
      documentDate,
      currency,
      instalments: [{ dueOn: documentDate, amountMinor }],
      reason: `Reminder of ${reminder.reminderDate}`,
      source: 'rule',
    },
  ]);
  if (!posted) throw new Error('the late fee was not posted');
  const { documentId, number } = posted;
  await tx.update(reminders).set({ chargeDocumentId: documentId }).where(eq(reminders.id, reminderId));
  await note(tx, actor, reminder, { verb: 'reminder_charged', after: { number, amountMinor, currency } });
  return { reminderId, documentId };
}

async function mailReminder(tx: Tx, actor: Actor, reminder: Row): Promise<void> {
  const { id, customerId, reminderDate } = reminder;
  const reach = (await recipientsOf(tx, [customerId])).get(customerId);
  const { steps } = await reminderPolicy(tx);
  const planned = [{ ...reminder, lines: await linesOf(tx, reminder) }];
  const mails = reminderMail(customerId, reach, {
    planned,
    reminderIds: [id],
    stageOf: (mine) => stageOf(mine, steps.length),
    note: '',
  });
  await queueMails(
    tx,
    actor,
    mails.map((mail) => ({ ...mail, key: `reminder:${id}:${reminderDate}` })),
  );
}

/** The lines of a reminder as they were planned, each with how far its item had come before. */
function linesOf(tx: Tx, { id, customerId, currency }: Row): Promise<PlannedLine[]> {
  const before = sql<number>`coalesce((select max(l.level) from reminder_lines l join reminders r on r.id = l.reminder_id
    where l.item_id = reminder_lines.item_id and r.id <> ${id} and r.withdrawn_at is null), 0)`;
  return tx
    .select({
      itemId: reminderLines.itemId,
      documentId: reminderLines.documentId,
      customerId: sql<string>`${customerId}`,
      currency: sql<string>`${currency}`,
      dueOn: openItems.dueOn,
      openMinor: reminderLines.outstandingMinor,
      lastStep: before.mapWith(Number),
      stoppedBy: sql<null>`null`,
      daysPastDue: reminderLines.daysPastDue,
      level: reminderLines.level,
      step: reminderLines.step,
    })
    .from(reminderLines)
    .innerJoin(openItems, eq(openItems.id, reminderLines.itemId))
    .where(eq(reminderLines.reminderId, id));
}

/** A reminder that was not withdrawn; its customer is locked until the transaction ends. */
async function standing(tx: Tx, reminderId: string): Promise<Row> {
  const [seen] = await tx
    .select({ customerId: reminders.customerId })
    .from(reminders)
    .where(eq(reminders.id, reminderId));
  if (!seen) throw new Refusal('not_found', 'That reminder does not exist.');
  await lockCustomer(tx, seen.customerId);
  const [reminder] = await tx.select().from(reminders).where(eq(reminders.id, reminderId));
  if (!reminder || reminder.withdrawnAt) throw new Refusal('already_undone', 'That reminder was taken back.');
  return reminder;
}

function note(
  tx: Tx,
  actor: Actor,
  { id, customerId, reminderDate }: Row,
  deed: { readonly verb: string; readonly after?: object },
): Promise<void> {
  return recordActivity(tx, actor, {
    verb: deed.verb,
    objectKind: 'reminder',
    objectId: id,
    customerId,
    before: { date: reminderDate },
    after: deed.after,
  });
}
