import { DE } from './words/de';
import { EN } from './words/en';
import { ES } from './words/es';
import { FR } from './words/fr';
import { PT } from './words/pt';
import type { MailWords } from './words/words';

/** The languages that mails are written in, by ISO 639-1 code, each by its own name. */
export const MAIL_LANGUAGES = [
  ['en', 'English'],
  ['fr', 'Français'],
  ['pt', 'Português'],
  ['es', 'Español'],
  ['de', 'Deutsch'],
] as const;

/** The code of one of them. */
export type MailLanguage = (typeof MAIL_LANGUAGES)[number][0];

const WORDS: Readonly<Record<MailLanguage, MailWords>> = { en: EN, fr: FR, pt: PT, es: ES, de: DE };

/** What a mail says in a language. */
export function mailWords(language: MailLanguage): MailWords {
  return WORDS[language];
}

/** The language of a mail to somebody whose language is noted as `code`, such as "pt-BR"; English where there are no words in it. */
export function mailLanguage(code: string): MailLanguage {
  const short = code.slice(0, 2).toLowerCase();
  return MAIL_LANGUAGES.find(([known]) => known === short)?.[0] ?? 'en';
}
