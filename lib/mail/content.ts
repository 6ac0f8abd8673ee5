import { digestLetter } from './digest-letter';
import { mailFigures } from './figures';
import { type MailLanguage, mailWords } from './languages';
import type { Letter, LetterTools } from './letter';
import { invoiceLetter, receiptLetter, reminderLetter, statementLetter } from './money-letters';
import type { MailParams } from './params';
import {
  accountChangedLetter,
  accountClosedLetter,
  addressLetter,
  entryLetter,
  invitationLetter,
  resetLetter,
  testLetter,
} from './people-letters';

/** Whose mail it is, in which language, and where its button leads. */
export interface MailFrame {
  readonly language: MailLanguage;
  /** What the business calls itself in mails. */
  readonly sender: string;
  /** Whom it greets. */
  readonly toName: string;
  /** The address behind the button; null: it has none. */
  readonly href: string | null;
}

/** What a mail says, laid out by nobody yet: the same for HTML, plain text and preview. */
export interface MailContent extends Letter {
  readonly language: MailLanguage;
  readonly sender: string;
  readonly greeting: string;
  readonly regards: string;
  readonly because: string;
  readonly link: { readonly label: string; readonly href: string; readonly orOpen: string } | null;
}

/** Writes a mail. Pure: the same values give the same words. */
export function mailContent(
  params: MailParams,
  { language, toName, href, ...frame }: MailFrame,
): MailContent {
  const sender = oneLine(frame.sender);
  const words = mailWords(language);
  const letter = write(params, { words, figures: mailFigures(language), sender });
  return {
    ...letter,
    subject: oneLine(letter.subject),
    language,
    sender,
    greeting: words.hello(toName),
    regards: words.regards,
    because: words.because(sender),
    link: letter.button && href ? { label: letter.button, href, orOpen: words.orOpen } : null,
  };
}

function write(params: MailParams, tools: LetterTools): Letter {
  switch (params.kind) {
    case 'invitation':
      return invitationLetter(params, tools);
    case 'password_reset':
      return resetLetter(params, tools);
    case 'email_change':
      return addressLetter(params, tools);
    case 'sign_in_link':
      return entryLetter(params, tools);
    case 'test':
      return testLetter(params, tools);
    case 'receipt':
      return receiptLetter(params, tools);
    case 'reminder':
      return reminderLetter(params, tools);
    case 'statement':
      return statementLetter(params, tools);
    case 'invoice':
      return invoiceLetter(params, tools);
    case 'account_changed':
      return accountChangedLetter(params, tools);
    case 'account_closed':
      return accountClosedLetter(params, tools);
    case 'digest':
      return digestLetter(params, tools);
  }
}

/** A subject and a name are one header line: what could begin another becomes a space. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
