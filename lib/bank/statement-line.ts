import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';

/** A line of a bank statement as the file has it; '' for what it does not say. */
export interface StatementLine {
  /** Its place in the file: the row of a CSV file, else the number of the entry, from 1. */
  readonly position: number;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate | null;
  readonly currency: string;
  /** Money in above 0, money out below. */
  readonly amountMinor: Minor;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly text: string;
  /** The bank's own number of the line. */
  readonly bankId: string;
}

/** A line that could not be read, in words. */
export interface LineProblem {
  readonly position: number;
  /** A sentence that says what is wrong. */
  readonly problem: string;
}

/** How statements come. */
export type StatementFormat = 'csv' | 'camt053' | 'ofx';

/** What a file says. */
export interface ReadStatement {
  /** The account that the lines are of; '' when the file does not say, or has several. */
  readonly account: string;
  readonly lines: readonly StatementLine[];
  readonly problems: readonly LineProblem[];
}

/** The most lines that one file may have. */
export const MAX_LINES = 20_000;

/** The largest statement that is taken, in bytes: 20 MB. */
export const MAX_STATEMENT_BYTES = 20 * 1024 * 1024;

/** Longest texts that are kept, in characters: what banks transmit is shorter. */
const LONGEST = { payerName: 200, payerAccount: 60, text: 1_000, bankId: 200 } as const;

/** A line with its texts in one line each, cut to what is kept. */
export function tidied(line: StatementLine): StatementLine {
  const cut = (key: keyof typeof LONGEST) =>
    line[key]
      .replace(/[\s\p{C}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST[key]);
  return {
    ...line,
    payerName: cut('payerName'),
    payerAccount: cut('payerAccount'),
    text: cut('text'),
    bankId: cut('bankId'),
  };
}
