import 'server-only';
import { changePassword } from '@/db/commands/change-password';
import type { Device } from '@/db/commands/open-session';
import type { LiveSession } from '@/db/queries/sessions';
import { loginByEmail } from '@/db/queries/users';
import { withScope } from '@/db/scope';
import type { MailLanguage } from '@/lib/mail/languages';
import { Refusal } from '@/lib/refusal';
import { hashPassword } from './password';
import { proven } from './sign-in';

/**
 * Gives the person of a session a new password, once the current one is proven. Their other sessions end.
 * @throws Refusal when the current password is wrong; TooMany.
 */
export async function changeOwnPassword(
  { id, email, actor }: LiveSession,
  { current, password }: { readonly current: string; readonly password: string },
  { device, language }: { readonly device: Device; readonly language: MailLanguage },
): Promise<void> {
  const wrong = new Refusal('invalid', 'That is not your current password. Nothing was changed.', 'current');
  await proven(email, current, device, loginByEmail, wrong);
  const passwordHash = await hashPassword(password);
  await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) =>
    changePassword(tx, actor, { passwordHash, sessionId: id, language }),
  );
}
