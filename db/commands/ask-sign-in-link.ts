import { sql } from 'drizzle-orm';
import type { MailLanguage } from '@/lib/mail/languages';
import { newToken, tokenHash } from '@/lib/secret-token';
import type { Account } from '../queries/users';
import { signInLinks } from '../schema/users';
import type { Tx } from '../scope';
import { queueMailUnseen } from './queue-mail';
import { recordActivity } from './record-activity';

/**
 * Mails a link that signs its reader in, once, within 15 minutes, to somebody of whom nothing but an address is known: that it was
 * asked for is noted as a visitor's deed. In the `auth` scope of a business.
 */
export async function askSignInLink(
  tx: Tx,
  { userId, name, orgId }: Pick<Account, 'userId' | 'name' | 'orgId'>,
  { email, language }: { readonly email: string; readonly language: MailLanguage },
): Promise<void> {
  const token = newToken();
  await tx.insert(signInLinks).values({
    tokenHash: tokenHash(token),
    userId,
    expiresAt: sql`now() + interval '15 minutes'`,
  });
  await queueMailUnseen(tx, orgId, {
    to: { name, address: email, language },
    params: { kind: 'sign_in_link' },
    secret: token,
  });
  await recordActivity(
    tx,
    { userId: null, name: 'A visitor' },
    { verb: 'sign_in_link_asked', objectKind: 'user', objectId: userId, after: { name } },
  );
}
