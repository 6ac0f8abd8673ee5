import { sql } from 'drizzle-orm';
import type { MailLanguage } from '@/lib/mail/languages';
import { newToken, tokenHash } from '@/lib/secret-token';
import type { Account } from '../queries/users';
import { passwordResets } from '../schema/users';
import type { Tx } from '../scope';
import { queueMailUnseen } from './queue-mail';
import { recordActivity } from './record-activity';

/** Mails a link to a new password to whoever has a login. It works once, within 30 minutes. In the `auth` scope. */
export async function askPasswordReset(
  tx: Tx,
  { userId, name, orgId }: Pick<Account, 'userId' | 'name' | 'orgId'>,
  { email, language }: { readonly email: string; readonly language: MailLanguage },
): Promise<void> {
  const token = newToken();
  await tx.insert(passwordResets).values({
    tokenHash: tokenHash(token),
    userId,
    expiresAt: sql`now() + interval '30 minutes'`,
  });
  await queueMailUnseen(tx, orgId, {
    to: { name, address: email, language },
    params: { kind: 'password_reset' },
    secret: token,
  });
}

/** The same for somebody of whom nothing but an address is known: that it was asked is noted, as a visitor's deed. */
export async function askPasswordResetUnknown(
  tx: Tx,
  account: Pick<Account, 'userId' | 'name' | 'orgId'>,
  how: { readonly email: string; readonly language: MailLanguage },
): Promise<void> {
  await askPasswordReset(tx, account, how);
  await recordActivity(
    tx,
    { userId: null, name: 'A visitor' },
    {
      verb: 'password_reset_asked',
      objectKind: 'user',
      objectId: account.userId,
      after: { name: account.name },
    },
  );
}
