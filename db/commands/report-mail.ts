import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { mails } from '../schema/mails';
import type { Tx } from '../scope';
import { blockAddress } from './block-address';
import { noteAttempt } from './note-attempt';
import { recordActivity } from './record-activity';

/** What was heard of a mail after it was sent. */
export interface MailReport {
  readonly mailId: string;
  readonly what: 'bounced' | 'complained';
  /** In words of who says so. */
  readonly detail: string;
}

/**
 * Notes that a mail came back or was complained of: nothing goes to its address by itself any more. The same again changes nothing.
 * @throws Refusal `not_found`, `invalid` when it never went out.
 */
export async function reportMail(
  tx: Tx,
  actor: Pick<Actor, 'userId' | 'name'>,
  { mailId, what, detail }: MailReport,
): Promise<void> {
  const [mail] = await tx
    .select({ state: mails.state, toAddress: mails.toAddress, customerId: mails.customerId })
    .from(mails)
    .where(eq(mails.id, mailId))
    .for('update');
  if (!mail) throw new Refusal('not_found', 'That mail does not exist.');
  if (mail.state === what) return;
  if (mail.state !== 'sent' && mail.state !== 'bounced' && mail.state !== 'complained')
    throw new Refusal('invalid', 'That mail has not gone out.');
  await noteAttempt(tx, { mailId, attempt: 0, outcome: what, detail });
  await tx.update(mails).set({ state: what, problem: detail }).where(eq(mails.id, mailId));
  await blockAddress(tx, { address: mail.toAddress, reason: what, mailId });
  await recordActivity(tx, actor, {
    verb: `mail_${what}`,
    objectKind: 'mail',
    objectId: mailId,
    ...(mail.customerId ? { customerId: mail.customerId } : {}),
    after: { to: mail.toAddress },
  });
}
