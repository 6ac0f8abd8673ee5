import 'server-only';
import { after } from 'next/server';
import { askPasswordResetUnknown } from '@/db/commands/ask-password-reset';
import type { Device } from '@/db/commands/open-session';
import { resetPassword } from '@/db/commands/reset-password';
import { countTry } from '@/db/commands/throttle';
import { openReset } from '@/db/queries/password-resets';
import { accountByEmail } from '@/db/queries/users';
import { withScope } from '@/db/scope';
import { appOrigin } from '@/lib/app-origin';
import { describeError, log } from '@/lib/log';
import type { MailLanguage } from '@/lib/mail/languages';
import { Refusal } from '@/lib/refusal';
import { tokenHash } from '@/lib/secret-token';
import { networkOf } from './device';
import { hashPassword } from './password';

/** What is free before waiting begins: links for one address, and asked for from one place. */
const FREE = { account: 3, address: 20 } as const;

/** The link to hand to whoever is to choose a new password. */
export function resetLink(token: string): string {
  return `${appOrigin()}/reset/${token}`;
}

/** Whose password the link may change; null when it cannot be used, or any more. */
export function resetOf(token: string): Promise<{ readonly email: string } | null> {
  return withScope({ kind: 'auth' }, 'read', (tx) => openReset(tx, token));
}

/**
 * Mails a link to a new password, where there is a login. Whether there is one shows neither in the answer nor in how long it
 * takes: the mail is queued after the answer. @throws TooMany after too many.
 */
export async function askForReset(
  email: string,
  { device, language }: { readonly device: Device; readonly language: MailLanguage },
): Promise<void> {
  await withScope({ kind: 'auth' }, 'write', async (tx) => {
    await countTry(tx, { key: `reset:${networkOf(device.ip)}`, free: FREE.address });
    await countTry(tx, { key: `reset-account:${tokenHash(email.toLowerCase())}`, free: FREE.account });
  });
  after(() =>
    queueReset(email, language).catch((error: unknown) =>
      log('error', 'reset_failed', { error: describeError(error) }),
    ),
  );
}

/** Queues the mail with the link, where there is a login. */
export async function queueReset(email: string, language: MailLanguage): Promise<void> {
  const account = await withScope({ kind: 'auth' }, 'read', (tx) => accountByEmail(tx, email));
  if (!account) return;
  await withScope({ kind: 'auth', org: { id: account.orgId } }, 'write', (tx) =>
    askPasswordResetUnknown(tx, account, { email, language }),
  );
}

/** Chooses a new password by a link. @throws Refusal `not_found` when the link cannot be used; TooMany. */
export async function chooseByReset(
  { token, password }: { readonly token: string; readonly password: string },
  language: MailLanguage,
): Promise<{ email: string }> {
  const gone = new Refusal('not_found', 'This link was used already or has run out. Ask for a new one.');
  const reset = await resetOf(token);
  if (!reset) throw gone;
  const account = await withScope({ kind: 'auth' }, 'read', (tx) => accountByEmail(tx, reset.email));
  if (!account) throw gone;
  const passwordHash = await hashPassword(password);
  const { orgId } = account;
  return withScope({ kind: 'auth', org: { id: orgId } }, 'write', (tx) =>
    resetPassword(tx, { token, passwordHash, orgId, language }),
  );
}
