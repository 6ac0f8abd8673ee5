import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { readAddress } from '@/lib/mail/address';
import type { MailLanguage } from '@/lib/mail/languages';
import { Refusal } from '@/lib/refusal';
import { newToken, tokenHash } from '@/lib/secret-token';
import { emailChanges } from '../schema/users';
import type { Tx } from '../scope';
import { queueMailUnseen } from './queue-mail';
import { recordActivity } from './record-activity';

/** The address that is wanted, the one that is left, the browser that asks, and the language of the mail. */
interface AskEmailChange {
  readonly email: string;
  readonly from: string;
  readonly sessionId: string;
  readonly language: MailLanguage;
}

/**
 * Mails a link to the address that somebody wants to sign in with; nothing changes until it is used, once, within 30 minutes. Links
 * asked for before open nothing any more. Whether the address has a login already shows only to whoever reads its mail. In the `auth`
 * scope of a business. @throws Refusal `invalid` when mail cannot go there, or it is the present address.
 */
export async function askEmailChange(
  tx: Tx,
  actor: Actor & { readonly userId: string },
  { email, from, sessionId, language }: AskEmailChange,
): Promise<{ email: string }> {
  const address = readAddress(email);
  if (address === null) throw new Refusal('invalid', 'Mail cannot go to that e-mail address.', 'email');
  if (address.toLowerCase() === from.toLowerCase())
    throw new Refusal('invalid', 'You sign in with that address already.', 'email');
  await tx
    .update(emailChanges)
    .set({ usedAt: sql`now()` })
    .where(and(eq(emailChanges.userId, actor.userId), isNull(emailChanges.usedAt)));
  const token = newToken();
  await tx.insert(emailChanges).values({
    tokenHash: tokenHash(token),
    userId: actor.userId,
    email: address,
    sessionId,
    expiresAt: sql`now() + interval '30 minutes'`,
  });
  await queueMailUnseen(tx, actor.org.id, {
    to: { name: actor.name, address, language },
    params: { kind: 'email_change' },
    secret: token,
  });
  await recordActivity(tx, actor, {
    verb: 'user_email_asked',
    objectKind: 'user',
    objectId: actor.userId,
    after: { email: address },
  });
  return { email: address };
}
