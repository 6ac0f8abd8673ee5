import 'server-only';
import { askEmailChange } from '@/db/commands/ask-email-change';
import { changeEmail } from '@/db/commands/change-email';
import type { Device } from '@/db/commands/open-session';
import { countTry } from '@/db/commands/throttle';
import { openEmailChange } from '@/db/queries/email-changes';
import { secondFactor } from '@/db/queries/second-factor';
import type { LiveSession } from '@/db/queries/sessions';
import { accountById, loginByEmail } from '@/db/queries/users';
import { withScope } from '@/db/scope';
import type { MailLanguage } from '@/lib/mail/languages';
import { hasMailServer } from '@/lib/mail/server-address';
import { Refusal } from '@/lib/refusal';
import { proveCode } from './second-factor';
import { proven } from './sign-in';

/** Mails to new addresses that are free before waiting begins. */
const FREE = 5;

const NO_SERVER =
  'This installation has no mail server, so no link can go to the new address. Nothing was changed. Ask whoever runs it.';

/** The address that is wanted, and what proves who asks: the password, and a code of the second factor where there is one. */
interface WantedEmail {
  readonly email: string;
  readonly current: string;
  readonly code: string;
}

/**
 * Mails the person of a session a link to the address that they want to sign in with, once the password and, where there is one, the
 * second factor is proven. @throws Refusal for a wrong password or code, an address that cannot be, or without a mail server; TooMany.
 */
export async function askForNewEmail(
  { id, email: from, actor }: LiveSession,
  { email, current, code }: WantedEmail,
  { device, language }: { readonly device: Device; readonly language: MailLanguage },
): Promise<{ email: string }> {
  if (!hasMailServer() && !actor.org.isSample) throw new Refusal('invalid', NO_SERVER);
  const wrong = new Refusal('invalid', 'That is not your password. Nothing was changed.', 'current');
  const { userId } = await proven(from, current, device, loginByEmail, wrong);
  const factor = await withScope({ kind: 'auth' }, 'write', async (tx) => {
    await countTry(tx, { key: `new-email:${userId}`, free: FREE });
    return secondFactor(tx, userId);
  });
  if (factor) await proveCode(userId, code);
  return withScope({ kind: 'auth', org: actor.org }, 'write', (tx) =>
    askEmailChange(tx, actor, { email, from, sessionId: id, language }),
  );
}

/** What a link's token would change; null when it cannot be used, or any more. */
export function newEmailOf(token: string): ReturnType<typeof openEmailChange> {
  return withScope({ kind: 'auth' }, 'read', (tx) => openEmailChange(tx, token));
}

/** Uses the link. @throws Refusal as `changeEmail`. */
export async function confirmNewEmail(token: string, language: MailLanguage): Promise<{ email: string }> {
  const gone = new Refusal('not_found', 'This link was used already or has run out. Ask for a new one.');
  const change = await newEmailOf(token);
  if (!change) throw gone;
  const account = await withScope({ kind: 'auth' }, 'read', (tx) => accountById(tx, change.userId));
  if (!account) throw gone;
  const { orgId } = account;
  return withScope({ kind: 'auth', org: { id: orgId } }, 'write', (tx) =>
    changeEmail(tx, { token, orgId, language }),
  );
}
