/** What a column holds: text is quoted and made harmless to spreadsheets; numbers and days are written as they are. */
export type CsvType = 'text' | 'number' | 'date';

/** A column of a file: its heading, what it holds, and its cell in a row. Null is an empty cell. */
export interface CsvColumn<Row> {
  readonly heading: string;
  readonly type: CsvType;
  readonly cell: (row: Row) => string | null;
}

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';
/** Lines that are handed on together. */
const CHUNK = 500;

/** What a spreadsheet may take for a formula or a command, also behind blanks and in full width. */
const FORMULA = /^[\s\u00A0\uFEFF\u200B\u2060\u0000-\u0020]*[=+\-@|%＝＋－＠｜％﹢﹣﹦﹪﹫]/u; // oxlint-disable-line no-control-regex -- blanks that spreadsheets skip
const CONTROL_FIRST = /^[\t\r\n]/;
const PLAIN: Readonly<Record<'number' | 'date', RegExp>> = {
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
};

/**
 * A CSV file piece by piece, for a stream: UTF-8 with a byte order mark, lines that end in CR LF, headings first. Amounts
 * go in as exact decimals, days as YYYY-MM-DD. Text that a spreadsheet would run gets an apostrophe before it.
 */
export function* csvFile<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row>): Generator<string> {
  yield csvHead(columns);
  yield* csvLines(columns, rows);
}

/** How a file begins: the byte order mark and the headings. */
export function csvHead<Row>(columns: readonly CsvColumn<Row>[]): string {
  return BYTE_ORDER_MARK + csvLine(columns.map(({ heading }) => csvCell(heading, 'text')));
}

/** What a file says of itself above its table: a name, and its value as a cell. */
export type CsvNote = readonly [name: string, value: string, type: CsvType];

/**
 * How a file begins that says what it is: a line `# name,value` per note and then the headings. Readers of tables are told to skip
 * lines that begin with "#"; a spreadsheet shows them in two columns above the table. A value stays on its line.
 */
export function csvNotedHead<Row>(notes: readonly CsvNote[], columns: readonly CsvColumn<Row>[]): string {
  const lines = notes.map(([name, value, type]) =>
    csvLine([`# ${name}`, csvCell(value.replace(/\s+/gu, ' '), type)]),
  );
  return BYTE_ORDER_MARK + lines.join('') + csvHead(columns).slice(BYTE_ORDER_MARK.length);
}

/** The lines of some rows, for a file whose rows come in batches. */
export function* csvLines<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row>): Generator<string> {
  let piece = '';
  let lines = 0;
  for (const row of rows) {
    piece += csvLine(columns.map(({ cell, type }) => csvCell(cell(row), type)));
    lines += 1;
    if (lines % CHUNK !== 0) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

/** One cell as it stands in the file. */
export function csvCell(value: string | null, type: CsvType): string {
  if (value === null) return '';
  if (type !== 'text' && PLAIN[type].test(value)) return value;
  const isDangerous = CONTROL_FIRST.test(value) || FORMULA.test(value);
  return `"${isDangerous ? "'" : ''}${value.replaceAll('"', '""')}"`;
}

function csvLine(cells: readonly string[]): string {
  return cells.join(',') + LINE_END;
}
