'use server';
import { formAction } from '@/app/_actions/form-action';
import { invitationLink } from '@/app/_auth/invitation';
import { changeRole } from '@/db/commands/change-role';
import { disablePerson } from '@/db/commands/disable-person';
import { enablePerson } from '@/db/commands/enable-person';
import { endSessionOf } from '@/db/commands/end-session-of';
import { inviteUser } from '@/db/commands/invite-user';
import { renewInvitation } from '@/db/commands/renew-invitation';
import { withdrawInvitation } from '@/db/commands/withdraw-invitation';
import { customerCalled } from '@/db/queries/customer-called';
import { hasMailServer } from '@/lib/mail/server-address';
import { Refusal } from '@/lib/refusal';
import { invitationInput, inviteInput, memberInput, roleInput, sessionInput } from './input';

const PEOPLE = ['/settings/people', '/settings/people/[id]', '/customers/[id]/portal'];

/** Invites somebody; `secret` of the answer is the link, shown this once. */
export const invitePerson = formAction({
  may: 'organization:manage',
  verb: 'invitation_form',
  input: inviteInput,
  run: async (tx, actor, { role, customer, ...whom }) => {
    if (role === 'customer' && customer === '')
      throw new Refusal('invalid', 'Enter the code or the name of the customer.', 'customer');
    const input =
      role === 'customer'
        ? { ...whom, role, customerId: await customerCalled(tx, customer) }
        : { ...whom, role };
    const { token } = await inviteUser(tx, actor, input);
    return { message: linkWords(whom.email), secret: invitationLink(token) };
  },
  stale: PEOPLE,
});

/** Makes another link for an invitation; `secret` of the answer is the link, shown this once. */
export const inviteAgain = formAction({
  may: 'organization:manage',
  verb: 'invitation_renewed_form',
  input: invitationInput,
  run: async (tx, actor, input) => {
    const { token, email } = await renewInvitation(tx, actor, input);
    return { message: linkWords(email), secret: invitationLink(token) };
  },
  stale: PEOPLE,
});

/** Takes an invitation back. */
export const takeInvitationBack = formAction({
  may: 'organization:manage',
  verb: 'invitation_withdrawn_form',
  input: invitationInput,
  run: async (tx, actor, input) => {
    const { email } = await withdrawInvitation(tx, actor, input);
    return { message: `The link of ${email} opens nothing any more.` };
  },
  stale: PEOPLE,
});

/** Gives somebody another role. */
export const giveRole = formAction({
  may: 'organization:manage',
  verb: 'role_form',
  input: roleInput,
  run: async (tx, actor, input) => {
    const { name, changed } = await changeRole(tx, actor, input);
    return { message: changed ? `${name} is ${WORDS[input.role]} from now on.` : 'Nothing was changed.' };
  },
  stale: PEOPLE,
});

function linkWords(email: string): string {
  return hasMailServer()
    ? `This link goes to ${email} by mail, and works for 7 days. You can hand it on yourself too.`
    : `${email} can join with this link for 7 days. No mail server is set up: hand it on yourself.`;
}

const WORDS = { admin: 'an administrator', manager: 'a manager' } as const;

/** Shuts somebody out at once. */
export const disable = formAction({
  may: 'organization:manage',
  verb: 'disable_person_form',
  input: memberInput,
  run: async (tx, actor, input) => {
    const { name } = await disablePerson(tx, actor, input);
    return { message: `${name} is signed out everywhere and cannot sign in.` };
  },
  stale: PEOPLE,
});

/** Lets somebody sign in again. */
export const enable = formAction({
  may: 'organization:manage',
  verb: 'enable_person_form',
  input: memberInput,
  run: async (tx, actor, input) => {
    const { name } = await enablePerson(tx, actor, input);
    return { message: `${name} can sign in again.` };
  },
  stale: PEOPLE,
});

/** Signs a browser of somebody out. */
export const endPersonSession = formAction({
  may: 'organization:manage',
  verb: 'end_session_form',
  input: sessionInput,
  run: async (tx, actor, input) => {
    const { name } = await endSessionOf(tx, actor, input);
    return { message: `That browser of ${name} is signed out.` };
  },
  stale: PEOPLE,
});
