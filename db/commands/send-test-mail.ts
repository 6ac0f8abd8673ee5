import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import type { Tx } from '../scope';
import { type MailTo, queueMails } from './queue-mail';
import { recordActivity } from './record-activity';

/**
 * Mails the actor a test by the same way that every mail goes, so that what becomes of it shows what becomes of the others.
 * @throws Refusal `invalid` when mail cannot go to the address, or the actor is no person.
 */
export async function sendTestMail(
  tx: Tx,
  actor: StaffActor,
  { to }: { readonly to: MailTo },
): Promise<{ mailId: string }> {
  if (actor.userId === null) throw new Refusal('invalid', 'A test goes to a person who is signed in.');
  const [mailId] = await queueMails(tx, actor, [{ to, params: { kind: 'test' } }]);
  if (!mailId) throw new Error('the mail was not queued');
  await recordActivity(tx, actor, {
    verb: 'mail_queued',
    objectKind: 'mail',
    objectId: mailId,
    after: { kind: 'test', to: to.address },
  });
  return { mailId };
}
