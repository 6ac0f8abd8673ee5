'use server';
import { redirect } from 'next/navigation';
import { accountAction } from '@/app/_actions/account-action';
import { portalAction } from '@/app/_actions/portal-action';
import { invitationLink } from '@/app/_auth/invitation';
import { chooseAccount } from '@/db/commands/choose-account';
import { closeAccount } from '@/db/commands/close-account';
import { inviteColleague } from '@/db/commands/invite-colleague';
import { addOwnContact, removeOwnContact } from '@/db/commands/own-contacts';
import { assertOwner } from '@/db/commands/portal-owner';
import { removePortalPerson } from '@/db/commands/remove-portal-person';
import { updateOwnFacts } from '@/db/commands/update-own-facts';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import {
  closeInput,
  colleagueInput,
  contactIdInput,
  contactInput,
  factsInput,
  membershipInput,
  removalInput,
} from './input';
import { personOf } from './person';

/** Changes where the customer is reached. */
export const saveFacts = portalAction({
  verb: 'portal_facts_form',
  input: factsInput,
  run: async (tx, actor, facts) => {
    await updateOwnFacts(tx, actor, facts);
    return { message: 'Saved.' };
  },
});

/** Names a further person whom mail goes to. */
export const addContact = portalAction({
  verb: 'portal_contact_form',
  input: contactInput,
  run: async (tx, actor, person) => {
    await addOwnContact(tx, actor, person);
    return { message: `Added ${person.name}.` };
  },
});

/** Takes a person off. */
export const removeContact = portalAction({
  verb: 'portal_contact_removed_form',
  input: contactIdInput,
  run: async (tx, actor, { contactId }) => {
    await removeOwnContact(tx, actor, contactId);
    return { message: 'Removed.' };
  },
});

/** Makes a link for a colleague, and shows it once. */
export const invite = accountAction({
  verb: 'portal_invite_form',
  input: colleagueInput,
  run: async (session, input) => {
    const person = personOf(session);
    const { token } = await withScope({ kind: 'auth', org: person.org }, 'write', (tx) =>
      inviteColleague(tx, person, { ...input, ownEmail: session.email }),
    );
    return { message: `A link for ${input.name}, for 7 days.`, secret: invitationLink(token) };
  },
  stale: ['/portal/account'],
});

/** Takes a colleague's way in away. */
export const removePerson = accountAction({
  verb: 'portal_person_removed_form',
  input: removalInput,
  run: async (session, { membershipId }) => {
    const person = personOf(session);
    const { name } = await withScope({ kind: 'auth', org: person.org }, 'write', (tx) =>
      removePortalPerson(tx, person, { customerId: person.customerId, membershipId }),
    );
    return { message: `${name} cannot sign in here any more.` };
  },
  stale: ['/portal/account'],
});

/** Goes on with another account of the same login. */
export const switchAccount = accountAction({
  verb: 'switch_account_form',
  input: membershipInput,
  run: async ({ id, actor }, { membershipId }) => {
    await withScope({ kind: 'auth' }, 'write', (tx) =>
      chooseAccount(tx, { userId: actor.userId, sessionId: id, membershipId }),
    );
    redirect('/');
  },
  stale: [],
});

/** Closes the account, when nothing is owed. */
export const close = accountAction({
  verb: 'portal_close_form',
  input: closeInput,
  run: async (session) => {
    const person = personOf(session);
    const { org, userId, name, customerId } = person;
    await withScope({ kind: 'auth', org }, 'read', (tx) => assertOwner(tx, person));
    const closing: StaffActor = { kind: 'staff', role: 'admin', userId, name, org };
    await withScope(closing, 'write', (tx) =>
      closeAccount(tx, closing, { customerId, email: session.email }),
    );
    redirect('/sign-in');
  },
  stale: [],
});
