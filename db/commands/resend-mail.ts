import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { hasSecret } from '@/lib/mail/href';
import { mailLanguage } from '@/lib/mail/languages';
import { Refusal } from '@/lib/refusal';
import { mails } from '../schema/mails';
import type { Tx } from '../scope';
import { queueMails } from './queue-mail';
import { recordActivity } from './record-activity';

/**
 * Sends a mail once more, as a new one with a Message-ID of its own: somebody asked for it.
 * @throws Refusal `not_found`, `invalid` when it still waits, or its link worked once only.
 */
export async function resendMail(
  tx: Tx,
  actor: StaffActor,
  { mailId }: { readonly mailId: string },
): Promise<{ mailId: string; toAddress: string }> {
  const [mail] = await tx
    .select({
      toName: mails.toName,
      toAddress: mails.toAddress,
      cc: mails.cc,
      language: mails.language,
      params: mails.params,
      customerId: mails.customerId,
      documentId: mails.documentId,
      reminderId: mails.reminderId,
      state: mails.state,
    })
    .from(mails)
    .where(eq(mails.id, mailId));
  if (!mail) throw new Refusal('not_found', 'That mail does not exist.');
  if (mail.state === 'queued' || mail.state === 'sending')
    throw new Refusal('invalid', 'That mail still waits to be sent.');
  if (hasSecret(mail.params))
    throw new Refusal(
      'invalid',
      'Its link works once. Invite the person again, or let them ask for a new one.',
    );
  const { toName: name, toAddress: address, cc, customerId, documentId, reminderId } = mail;
  const [id] = await queueMails(tx, actor, [
    {
      to: { name, address, cc, language: mailLanguage(mail.language) },
      params: mail.params,
      ...(customerId ? { customerId } : {}),
      ...(documentId ? { documentId } : {}),
      ...(reminderId ? { reminderId } : {}),
    },
  ]);
  if (!id) throw new Error('the mail was not queued');
  await recordActivity(tx, actor, {
    verb: 'mail_resent',
    objectKind: 'mail',
    objectId: id,
    ...(customerId ? { customerId } : {}),
    after: { kind: mail.params.kind, to: address },
  });
  return { mailId: id, toAddress: address };
}
