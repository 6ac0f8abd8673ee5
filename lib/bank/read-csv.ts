import { type Minor, toMinor } from '@/lib/domain/money';
import { missingFields } from '@/lib/import/fields';
import { guessMapping } from '@/lib/import/guess-mapping';
import type { Mapping } from '@/lib/import/mapping';
import { parseTable } from '@/lib/import/parse';
import { RowReader } from '@/lib/import/row-reader';
import type { Table } from '@/lib/import/table';
import { Refusal } from '@/lib/refusal';
import { MAX_LINES, type ReadStatement, type StatementLine, tidied } from './statement-line';

/** Banks write about themselves and the account above the table, in so many rows at most. */
const PREAMBLE = 25;
/** Enough of a file to see whether a row is its header. */
const LOOK = 60;

const OUT = /^(-|d|dr|db|dbit|debit|s|soll|out|withdrawal|lastschrift)$/i;

/**
 * A statement's table. What a bank writes above it is passed over: the first row below which day and amount can be made out is the
 * header, the first row of all when there is none.
 * @throws Refusal `invalid` when there is no header, no row, or too much of either.
 */
export function statementTable(text: string, base: { readonly currency: string }): Table {
  const rows = text.replace(/\r\n?/g, '\n').split('\n');
  let widest = 1;
  for (let skipped = 0; skipped < Math.min(PREAMBLE, rows.length - 1); skipped++) {
    const row = rows[skipped] ?? '';
    if (row.trim() === '') continue;
    const head = rows.slice(skipped, skipped + LOOK).join('\n');
    // Blank rows keep the count of the rows as the file has them.
    if (isTable(head, widest, base)) return parseTable('\n'.repeat(skipped) + rows.slice(skipped).join('\n'));
    widest = Math.max(widest, row.split(/[,;\t|]/).length);
  }
  return parseTable(text);
}

/** Whether a table with a day and an amount begins here, wider than anything above it. */
function isTable(head: string, widest: number, base: { readonly currency: string }): boolean {
  if (!/\n\s*\S/.test(head)) return false;
  const table = parseTable(head);
  if (table.rows.length === 0 || table.header.length <= widest) return false;
  return missingColumns(guessMapping('bank', table, base)).length === 0;
}

/** Columns that a statement lacks, in words; none when it can be read. */
export function missingColumns(mapping: Mapping): string[] {
  return missingFields('bank', (id) => mapping.columns[id] !== undefined);
}

/** The lines of a statement's table. Rows without an amount, such as those of a balance, are passed over. @throws Refusal `invalid` beyond 20,000 rows. */
export function readCsv(table: Table, mapping: Mapping, base: { readonly currency: string }): ReadStatement {
  if (table.rows.length > MAX_LINES)
    throw new Refusal('invalid', 'The statement has more than 20,000 lines. Bring a shorter period.', 'file');
  const reader = new RowReader('bank', table, mapping);
  const lines: StatementLine[] = [];
  for (const row of table.rows) {
    reader.open(row);
    const currency = reader.currency(base.currency);
    const amountMinor = currency && signedAmount(reader, currency);
    if (!currency || !amountMinor) continue;
    const bookedOn = reader.neededDay('bookedOn');
    const valueOn = reader.day('valueOn');
    if (!bookedOn || !reader.isSound) continue;
    lines.push(
      tidied({
        position: row.row,
        bookedOn,
        valueOn,
        currency,
        amountMinor,
        payerName: reader.text('payer'),
        payerAccount: reader.text('payerAccount'),
        text: [reader.text('text'), reader.text('reference')].filter(Boolean).join(' '),
        bankId: reader.text('bankId'),
      }),
    );
  }
  const problems = [...table.problems, ...reader.problems]
    .toSorted((a, b) => a.row - b.row)
    .map(({ row, column, problem, hint }) => ({
      position: row,
      problem: `Row ${row}${column ? `, ${column}` : ''}: ${problem} ${hint}`,
    }));
  return { account: '', lines, problems };
}

/** What a row moved; null when it says nothing or cannot be read. */
function signedAmount(reader: RowReader, currency: string): Minor | null {
  const [amount, paidIn, paidOut] = [
    reader.amount('amount', currency),
    reader.amount('paidIn', currency),
    reader.amount('paidOut', currency),
  ];
  if (paidIn) return toMinor(Math.abs(paidIn));
  if (paidOut) return toMinor(-Math.abs(paidOut));
  if (amount !== null && OUT.test(reader.raw('direction'))) return toMinor(-Math.abs(amount));
  return amount;
}
