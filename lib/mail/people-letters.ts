import type { Letter, LetterTools } from './letter';
import type { MailParams } from './params';

type Of<K extends MailParams['kind']> = Extract<MailParams, { kind: K }>;

/** Invites somebody: by whom, as what, and for a customer's person what is open. */
export function invitationLetter({ by, role, owed }: Of<'invitation'>, tools: LetterTools): Letter {
  const { words, figures, sender } = tools;
  const { invitation } = words;
  return {
    subject: invitation.subject(sender),
    paragraphs: [
      invitation.text(by, sender),
      invitation.as[role],
      ...(owed.length > 0 ? [invitation.owed(figures.amounts(owed))] : []),
    ],
    table: null,
    button: invitation.button,
    after: [invitation.until],
  };
}

/** Brings the link to a new password. */
export function resetLetter(_params: Of<'password_reset'>, { words: { reset } }: LetterTools): Letter {
  const { subject, text, button, until } = reset;
  return { subject, paragraphs: [text], table: null, button, after: [until] };
}

/** Brings the link that confirms an address to sign in with. */
export function addressLetter(_params: Of<'email_change'>, { words, sender }: LetterTools): Letter {
  const { subject, text, button, until } = words.address;
  return { subject, paragraphs: [text(sender)], table: null, button, after: [until] };
}

/** Brings the link that signs in. */
export function entryLetter(_params: Of<'sign_in_link'>, { words, sender }: LetterTools): Letter {
  const { subject, text, button, until } = words.entry;
  return { subject, paragraphs: [text(sender)], table: null, button, after: [until] };
}

/** Shows somebody of the business that its mails arrive. */
export function testLetter(_params: Of<'test'>, { words: { test }, sender }: LetterTools): Letter {
  return {
    subject: test.subject(sender),
    paragraphs: [test.text(sender)],
    table: null,
    button: null,
    after: [],
  };
}

/** Says what of a login changed, so that the person notices when it was somebody else. */
export function accountChangedLetter({ changes }: Of<'account_changed'>, { words }: LetterTools): Letter {
  const { changed } = words;
  const what = changes.map((change) => `${changed.what[change]}.`);
  return {
    subject: changed.subject,
    paragraphs: [changed.text, ...what],
    table: null,
    button: null,
    after: [changed.wrong],
  };
}

/** Confirms that an account is closed, whose it was, and what was open then. */
export function accountClosedLetter({ owed, account }: Of<'account_closed'>, tools: LetterTools): Letter {
  const { words, figures, sender } = tools;
  const { closed } = words;
  return {
    subject: closed.subject(sender),
    paragraphs: [
      closed.text(sender),
      ...(account ? [account.join(', ')] : []),
      owed.length > 0 ? closed.owed(figures.amounts(owed)) : closed.nothing,
    ],
    table: null,
    button: null,
    after: [],
  };
}
