import type { MailFigures } from './figures';
import type { MailWords } from './words/words';

/** Rows under headings; the last column holds figures. */
export interface LetterTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the last column adds up to; null when it is not to be added. */
  readonly total: { readonly label: string; readonly amount: string } | null;
}

/** The part of a mail that its kind decides. */
export interface Letter {
  readonly subject: string;
  /** Before the table and the button. */
  readonly paragraphs: readonly string[];
  readonly table: LetterTable | null;
  /** What the button says; null: none. */
  readonly button: string | null;
  /** After them. */
  readonly after: readonly string[];
}

/** What a letter is written with. */
export interface LetterTools {
  readonly words: MailWords;
  readonly figures: MailFigures;
  readonly sender: string;
}
