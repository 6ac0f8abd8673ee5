import 'server-only';
import { type AcceptInvitation, acceptInvitation } from '@/db/commands/accept-invitation';
import type { Device } from '@/db/commands/open-session';
import { type OpenInvitation, openInvitation } from '@/db/queries/invitations';
import { loginByEmail } from '@/db/queries/users';
import { withScope } from '@/db/scope';
import { appOrigin } from '@/lib/app-origin';
import { Refusal } from '@/lib/refusal';
import { hashPassword } from './password';
import { proven } from './sign-in';

/** The link to hand to the person invited. */
export function invitationLink(token: string): string {
  return `${appOrigin()}/invite/${token}`;
}

/** What a link's token opens; null when it cannot be used, or any more. */
export function invitationOf(token: string): Promise<OpenInvitation | null> {
  return withScope({ kind: 'auth' }, 'read', (tx) => openInvitation(tx, token));
}

/** Accepts with a new password. @throws Refusal when it cannot be used, or the e-mail address has a login. */
export async function joinAnew(input: {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}): Promise<{ email: string }> {
  const { token, name, password } = input;
  const invitation = await usable(token);
  const passwordHash = await hashPassword(password);
  return accept(invitation, { token, name, login: { passwordHash } });
}

/** Accepts with the login that the e-mail address has. @throws Refusal when it cannot be used or proven; TooMany. */
export async function joinWithLogin(
  { token, password }: { readonly token: string; readonly password: string },
  device: Device,
): Promise<{ email: string }> {
  const invitation = await usable(token);
  const { userId, name } = await proven(invitation.email, password, device, loginByEmail);
  return accept(invitation, { token, name, login: { userId } });
}

async function usable(token: string): Promise<OpenInvitation> {
  const invitation = await invitationOf(token);
  if (invitation) return invitation;
  throw new Refusal('not_found', 'This invitation was used already or has run out. Ask for a new one.');
}

function accept({ orgId }: OpenInvitation, input: AcceptInvitation): Promise<{ email: string }> {
  return withScope({ kind: 'auth', org: { id: orgId } }, 'write', (tx) => acceptInvitation(tx, input));
}
