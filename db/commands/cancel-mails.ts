import { and, asc, inArray, isNull, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { mails } from '../schema/mails';
import { reminders } from '../schema/reminders';
import type { Tx } from '../scope';
import { cancelMail } from './end-mail';
import { recordActivities } from './record-activity';

/**
 * Takes mails back that have not begun to go, and with them what they remind of. All of them, or none.
 * @throws Refusal `not_found`, `already_undone` when one of them is on its way or done.
 */
export async function cancelMails(
  tx: Tx,
  actor: StaffActor,
  { mailIds }: { readonly mailIds: readonly string[] },
): Promise<{ cancelled: number }> {
  const found = await tx
    .select({
      id: mails.id,
      state: mails.state,
      attempts: mails.attempts,
      customerId: mails.customerId,
      toAddress: mails.toAddress,
      params: mails.params,
    })
    .from(mails)
    .where(inArray(mails.id, [...mailIds]))
    .orderBy(asc(mails.id))
    .for('update');
  if (found.length === 0 || found.length < new Set(mailIds).size)
    throw new Refusal('not_found', 'That mail does not exist.');
  if (found.some(({ state }) => state !== 'queued'))
    throw new Refusal('already_undone', 'It is on its way already and cannot be taken back.');
  for (const mail of found) await cancelMail(tx, mail, `Taken back by ${actor.name}.`);
  const reminderIds = found.flatMap(({ params }) => (params.kind === 'reminder' ? params.reminderIds : []));
  if (reminderIds.length > 0)
    await tx
      .update(reminders)
      .set({ withdrawnAt: sql`now()` })
      .where(and(inArray(reminders.id, reminderIds), isNull(reminders.withdrawnAt)));
  await recordActivities(
    tx,
    actor,
    found.map(({ id, customerId, toAddress, params }) => ({
      verb: 'mail_cancelled',
      objectKind: 'mail',
      objectId: id,
      ...(customerId ? { customerId } : {}),
      after: { kind: params.kind, to: toAddress },
    })),
  );
  return { cancelled: found.length };
}
