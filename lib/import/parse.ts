import Papa from 'papaparse';
import { Refusal } from '@/lib/refusal';
import type { RowProblem, Table, TableRow } from './table';

/** The largest file that is taken, in bytes: 50 MB. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** The most rows that one file may have below its header. */
const MAX_ROWS = 200_000;

const TOO_MANY = 'The file has more than 200,000 rows. Split it and bring the parts one after the other.';
const MAX_COLUMNS = 500;
const SHOWN = 50; // cells of a row in a problem
const LONGEST_SHOWN = 200; // characters of a cell in a problem

/** Why a file of that size is not taken. */
export const TOO_LARGE = 'The file is larger than 50 MB. Split it and bring the parts one after the other.';

/**
 * Reads CSV text into a table: comma, semicolon, tab or bar is found out (or taken from a first line `sep=;`), any line
 * ending, quoted cells with line breaks in them. A row with more or fewer cells than the header is a problem of its own.
 * @throws Refusal `invalid` when there is no header, no row, or too much of either.
 */
export function parseTable(text: string): Table {
  const told = /^sep=(.)\r?\n/i.exec(text);
  const { data, errors, meta } = Papa.parse<string[]>(
    text.slice(told?.[0].length ?? 0).replace(/\r\n?/g, '\n'),
    {
      newline: '\n',
      preview: MAX_ROWS + 1_000,
      ...(told?.[1] ? { delimiter: told[1] } : { delimitersToGuess: [',', ';', '\t', '|'] }),
    },
  );
  if (meta.truncated) throw refusal(TOO_MANY);
  const top = data.findIndex((cells) => !isBlank(cells));
  const names = data[top];
  if (!names) throw refusal('The file is empty.');
  if (names.length > MAX_COLUMNS)
    throw refusal(`The file has more than ${MAX_COLUMNS} columns. Leave out the ones that are not needed.`);
  const header = distinctNames(names);
  const quotes = new Map(errors.filter((error) => error.type === 'Quotes').map((e) => [e.row ?? 0, e.code]));
  const before = told ? 2 : 1; // data[0] is this row of the file
  const rows: TableRow[] = [];
  const problems: RowProblem[] = [];
  for (let at = top + 1; at < data.length; at++) {
    const cells = data[at] ?? [];
    if (isBlank(cells)) continue;
    const problem = wrongWith(cells, header.length, quotes.get(at));
    const row = at + before;
    if (problem)
      problems.push({
        row,
        column: '',
        value: cells.slice(0, SHOWN).join(' | ').slice(0, LONGEST_SHOWN),
        ...problem,
      });
    else rows.push({ row, cells: cells.slice(0, header.length).map((cell) => cell.trim()) });
    if (rows.length + problems.length > MAX_ROWS) throw refusal(TOO_MANY);
  }
  if (rows.length + problems.length === 0)
    throw refusal('The file has a header and no rows below it. There is nothing to import.');
  return { header, rows, problems };
}

function wrongWith(
  cells: readonly string[],
  width: number,
  quotes: string | undefined,
): Pick<RowProblem, 'problem' | 'hint'> | null {
  if (quotes === 'MissingQuotes')
    return {
      problem:
        'A quotation mark opens in this row and is never closed, so the rest of the file cannot be told apart.',
      hint: 'Close it, or write a quotation mark inside a text twice: "".',
    };
  if (quotes)
    return {
      problem: 'A quotation mark stands in the middle of a cell of this row.',
      hint: 'Put the whole cell in quotation marks and write the one inside twice: "".',
    };
  const isLonger = cells.length > width && !isBlank(cells.slice(width));
  if (cells.length >= width && !isLonger) return null;
  const have = `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} and the header ${width}.`;
  return isLonger
    ? {
        problem: have,
        hint: 'Put a cell that has a comma in it (or whatever separates the cells) in quotation marks.',
      }
    : { problem: have, hint: 'Leave a cell empty rather than out.' };
}

/** "Amount", "Amount (2)", "Column 3": what each column is called when names are missing or come twice. */
function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((written, at) => {
    const name = written.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SHOWN) || `Column ${at + 1}`;
    let distinct = name;
    for (let n = 2; taken.has(distinct); n++) distinct = `${name} (${n})`;
    taken.add(distinct);
    return distinct;
  });
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function refusal(sentence: string): Refusal {
  return new Refusal('invalid', sentence, 'file');
}
