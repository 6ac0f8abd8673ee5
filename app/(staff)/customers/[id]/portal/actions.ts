'use server';
import { redirect } from 'next/navigation';
import { accountAction } from '@/app/_actions/account-action';
import { formAction } from '@/app/_actions/form-action';
import { invitationLink } from '@/app/_auth/invitation';
import { inviteUser } from '@/db/commands/invite-user';
import { lookAtPortal } from '@/db/commands/look-at-portal';
import { removePortalPerson } from '@/db/commands/remove-portal-person';
import { resetPortalPerson } from '@/db/commands/reset-portal-person';
import { languageOfCustomer } from '@/db/queries/customer-language';
import { customerById } from '@/db/queries/customers';
import { withScope } from '@/db/scope';
import { inviteInput, lookInput, removeInput } from './input';
import { staffOf } from './staff';

/** Lets a person of a customer into its portal by a link, which is mailed and shown once. */
export const inviteToPortal = formAction({
  may: 'books:write',
  verb: 'portal_invitation_form',
  input: inviteInput,
  run: async (tx, actor, { customerId, name, email }) => {
    const { token } = await inviteUser(tx, actor, { role: 'customer', customerId, name, email });
    return { message: `Invited ${name} by mail, for 7 days.`, secret: invitationLink(token) };
  },
  stale: ['/customers'],
});

/** Takes the way into the portal away from somebody. */
export const removeFromPortal = accountAction({
  verb: 'portal_removal_form',
  input: removeInput,
  run: async (session, { customerId, membershipId }) => {
    const actor = staffOf(session, 'books:write');
    const { name } = await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) =>
      removePortalPerson(tx, actor, { customerId, membershipId }),
    );
    return { message: `${name} cannot sign in there any more.` };
  },
  stale: ['/customers'],
});

/** Signs somebody out everywhere, and mails a link for a new password. */
export const resetInPortal = accountAction({
  verb: 'portal_reset_form',
  input: removeInput,
  run: async (session, { customerId, membershipId }) => {
    const actor = staffOf(session, 'books:write');
    const language = await withScope(actor, 'read', (tx) => languageOfCustomer(tx, customerId));
    const { name, email } = await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) =>
      resetPortalPerson(tx, actor, { customerId, membershipId, language }),
    );
    return { message: `${name} is signed out. A link for a new password is on its way to ${email}.` };
  },
  stale: ['/customers'],
});

/** Shows the portal as the customer sees it. */
export const lookAsCustomer = accountAction({
  verb: 'portal_look_form',
  input: lookInput,
  run: async (session, { customerId }) => {
    const actor = staffOf(session, 'books:read');
    const customer = await withScope(actor, 'read', (tx) => customerById(tx, customerId));
    if (!customer) redirect('/customers');
    await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) =>
      lookAtPortal(tx, actor, { sessionId: session.id, customerId }),
    );
    redirect('/portal');
  },
  stale: [],
});
