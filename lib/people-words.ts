import { textOf } from './activity-fields';
import { type ActivityDeed, customer, type Word } from './activity-phrases';

/** What is done about who signs in, in words. */
export const PEOPLE_WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  user_invited: (deed) => [
    `invited ${textOf(deed.after, 'email') ?? 'somebody'}${asRole(deed.after)}`,
    ...customer(' of ', deed),
  ],
  invitation_accepted: (deed) => [`joined${asRole(deed.after)}`, ...customer(' of ', deed)],
  invitation_renewed: (deed) => [
    `made a new link for the invitation of ${textOf(deed.after, 'email') ?? 'somebody'}`,
    ...customer(' of ', deed),
  ],
  invitation_withdrawn: (deed) => [
    `withdrew the invitation of ${textOf(deed.before, 'email') ?? 'somebody'}`,
    ...customer(' of ', deed),
  ],
  role_changed: ({ after }) => [`made ${named(after)}${asRole(after).replace(' as', '')}`],
  person_disabled: (deed) => [`disabled ${named(deed.after)}`, ...customer(' of ', deed)],
  person_enabled: (deed) => [`enabled ${named(deed.after)} again`, ...customer(' of ', deed)],
  session_ended: (deed) => [`signed a browser of ${named(deed.after)} out`, ...customer(' of ', deed)],
  password_reset_made: (deed) => [
    `made a link for a new password of ${named(deed.after)}`,
    ...customer(' of ', deed),
  ],
  second_factor_added: () => ['added a second factor'],
  second_factor_removed: ({ after }) => [
    textOf(after, 'name') === null
      ? 'took the own second factor away'
      : `took the second factor of ${named(after)} away`,
  ],
  recovery_codes_renewed: () => ['made new recovery codes'],
  user_renamed: ({ after }) => [`is called ${textOf(after, 'name') ?? 'otherwise'} from now on`],
  sign_in_link_asked: ({ after }) => [`asked for a link that signs ${named(after)} in`],
  user_email_asked: ({ after }) => [`asked to sign in with ${textOf(after, 'email') ?? 'another address'}`],
  user_email_changed: ({ after }) => [
    `signs in with ${textOf(after, 'email') ?? 'another address'} from now on`,
  ],
  password_changed: () => ['changed the password'],
  signed_in: (deed) => ['signed in', ...customer(' for ', deed)],
  signed_out: () => ['signed out'],
};

function named(facts: unknown): string {
  return textOf(facts, 'name') ?? 'somebody';
}

function asRole(facts: unknown): string {
  const word = textOf(facts, 'role');
  return word === null ? '' : ` as ${word === 'admin' ? 'an' : 'a'} ${word}`;
}
