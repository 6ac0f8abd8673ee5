import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { sumOf } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { recipientsOf } from '../queries/recipients';
import { reminderPolicy } from '../queries/reminder-policy';
import { reminders } from '../schema/reminders';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { postDocuments } from './post-documents';
import { queueMails } from './queue-mail';
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
  const { id, customerId, level, reminderDate } = reminder;
  const reach = (await recipientsOf(tx, [customerId])).get(customerId);
  if (!reach || 'none' in reach) return;
  const { steps } = await reminderPolicy(tx);
  const stage = level >= steps.length && steps.length > 1 ? 'last' : 'again';
  await queueMails(tx, actor, [
    {
      to: reach.to,
      customerId,
      reminderId: id,
      key: `reminder:${id}:${reminderDate}`,
      params: { kind: 'reminder', customer: reach.to.name, reminderIds: [id], stage, invoices: [], note: '' },
    },
  ]);
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
