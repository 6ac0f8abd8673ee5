import { sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { readAddress } from '@/lib/mail/address';
import { Refusal } from '@/lib/refusal';
import { type MailSettings, mailSettingsOf } from '../queries/mail-settings';
import { mailSettings } from '../schema/mails';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** Says how the business mails, all of it at once. @throws Refusal `invalid` when answers cannot go to the address. */
export async function setMailSettings(tx: Tx, actor: StaffActor, settings: MailSettings): Promise<void> {
  const replyTo = settings.replyTo === null ? null : readAddress(settings.replyTo);
  if (settings.replyTo !== null && replyTo === null)
    throw new Refusal('invalid', 'Mail cannot go to that e-mail address.', 'replyTo');
  const before = await mailSettingsOf(tx);
  const after = { ...settings, replyTo };
  await tx
    .insert(mailSettings)
    .values(after)
    .onConflictDoUpdate({ target: mailSettings.orgId, set: { ...after, updatedAt: sql`now()` } });
  const { id } = actor.org;
  const deed = { verb: 'mail_settings_changed', objectKind: 'organization', objectId: id };
  await recordActivity(tx, actor, { ...deed, before, after });
}
