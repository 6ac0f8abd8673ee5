import 'server-only';
import { after } from 'next/server';
import { askSignInLink } from '@/db/commands/ask-sign-in-link';
import type { Device } from '@/db/commands/open-session';
import { takeSignInLink } from '@/db/commands/take-sign-in-link';
import { countTry } from '@/db/commands/throttle';
import { openSignInLink } from '@/db/queries/sign-in-links';
import { accountByEmail, accountById } from '@/db/queries/users';
import { withScope } from '@/db/scope';
import { describeError, log } from '@/lib/log';
import type { MailLanguage } from '@/lib/mail/languages';
import { Refusal } from '@/lib/refusal';
import { tokenHash } from '@/lib/secret-token';
import { networkOf } from './device';
import { CodeAsked, opened } from './sign-in';

/** What is free before waiting begins: links for one address, and asked for from one place. */
const FREE = { account: 3, address: 20 } as const;

/**
 * Mails a link that signs in, where there is a login. Whether there is one shows neither in the answer nor in how long it takes: the
 * mail is queued after the answer. @throws TooMany after too many.
 */
export async function askForSignInLink(
  email: string,
  { device, language }: { readonly device: Device; readonly language: MailLanguage },
): Promise<void> {
  await withScope({ kind: 'auth' }, 'write', async (tx) => {
    await countTry(tx, { key: `link:${networkOf(device.ip)}`, free: FREE.address });
    await countTry(tx, { key: `link-account:${tokenHash(email.toLowerCase())}`, free: FREE.account });
  });
  after(() =>
    queueSignInLink(email, language).catch((error: unknown) =>
      log('error', 'sign_in_link_failed', { error: describeError(error) }),
    ),
  );
}

/** Queues the mail with the link, where there is a login. */
export async function queueSignInLink(email: string, language: MailLanguage): Promise<void> {
  const account = await withScope({ kind: 'auth' }, 'read', (tx) => accountByEmail(tx, email));
  if (!account) return;
  await withScope({ kind: 'auth', org: { id: account.orgId } }, 'write', (tx) =>
    askSignInLink(tx, account, { email, language }),
  );
}

/** Whom the link signs in; null when it cannot be used, or any more. */
export function signInLinkOf(token: string): Promise<{ readonly email: string } | null> {
  return withScope({ kind: 'auth' }, 'read', (tx) => openSignInLink(tx, token));
}

/**
 * Signs the holder of a link in; in place of the password, so a code is asked for where there is a second factor.
 * @throws Refusal `not_found` when it cannot be used; CodeAsked when a code is wanted too.
 */
export async function signInWithLink(
  token: string,
  device: Device,
): Promise<{ sessionId: string; userId: string }> {
  const { userId } = await withScope({ kind: 'auth' }, 'write', (tx) => takeSignInLink(tx, token));
  const account = await withScope({ kind: 'auth' }, 'read', (tx) => accountById(tx, userId));
  if (!account) throw new Refusal('not_found', 'That login is not in use any more.');
  if (account.hasSecondFactor) throw new CodeAsked(account);
  return opened(account, device);
}
