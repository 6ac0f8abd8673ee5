import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type CsvColumn, csvCell, csvFile } from '@/lib/csv';
import { holds } from './holds';

type Row = readonly [string | null, string | null];

const COLUMNS: readonly CsvColumn<Row>[] = [
  { heading: 'Customer', type: 'text', cell: (row) => row[0] },
  { heading: 'Note "x", =y', type: 'text', cell: (row) => row[1] },
];
const fileOf = (rows: Iterable<Row>) => [...csvFile(COLUMNS, rows)].join('');
const read = (file: string) =>
  Papa.parse<string[]>(file.slice(1), { delimiter: ',', newline: '\r\n' }).data.slice(1, -1);
const unguarded = (text: string) => (text.startsWith("'") ? text.slice(1) : text);

describe('text', () => {
  const plain = '=1+1 +1 -1 @SUM(A1) |cmd %0A ＝1 ＋1 －1 ＠x ｜x ％x'.split(' ');
  const behind = [' ', '\u00a0', '\ufeff', '\n', ' \r\n\t ', '\u3000', '\u2003'].map((blank) => `${blank}=1`);
  test.each([...plain, ...behind, '\tplain', '\rplain', '\nplain'])(
    '%j gets an apostrophe, so that no spreadsheet runs it',
    (text) => {
      expect(csvCell(text, 'text')).toBe(`"'${text}"`);
    },
  );

  test.each([
    'Acme',
    'a=b',
    '3 + 4',
    '1,5',
    'A "big" one',
    'two\nlines',
    "O'Neil",
    '(12.00)',
    'name@example.com',
    '',
  ])('%j stays as it is, quoted', (text) => {
    expect(csvCell(text, 'text')).toBe(`"${text.replaceAll('"', '""')}"`);
  });
});

describe('numbers and days', () => {
  test('are written plainly, so that a spreadsheet reads them as such, also below zero', () => {
    expect(csvCell('-1234.50', 'number')).toBe('-1234.50');
    expect(csvCell('0.1234', 'number')).toBe('0.1234');
    expect(csvCell('2026-03-31', 'date')).toBe('2026-03-31');
    expect(csvCell(null, 'number')).toBe('');
  });

  test.each(['=1', '-1+2', '1e3', '1,000', '- 1', '-2026-03-31', '-'])(
    'what is neither is text: %j',
    (text) => {
      for (const type of ['number', 'date'] as const) expect(csvCell(text, type)).toMatch(/^"/);
      if (text.startsWith('=') || text.startsWith('-')) expect(csvCell(text, 'number')).toBe(`"'${text}"`);
    },
  );
});

test('a file begins with a byte order mark and its headings, and every line ends in CR LF', () => {
  expect(fileOf([])).toBe('\ufeff"Customer","Note ""x"", =y"\r\n');
  expect(fileOf([['Acme', null]])).toBe('\ufeff"Customer","Note ""x"", =y"\r\n"Acme",\r\n');
});

test('a long file comes in pieces that lose nothing', () => {
  const rows = Array.from({ length: 1_234 }, (_, i): Row => [`Customer ${i}`, String(i)]);
  const pieces = [...csvFile(COLUMNS, rows)];
  expect(pieces.length).toBeGreaterThan(2);
  expect(read(pieces.join(''))).toEqual(rows);
});

const nasty = fc.constantFrom(...'=+-@|%＝＋－＠｜％"\',;\t\r\n \u00a0\ufeffAz09é€漢');
const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: nasty, maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

holds(
  'whatever is written is read again the same, but for the apostrophe before what looked like a formula',
  [cell, cell],
  (a, b) => {
    const [row] = read(fileOf([[a, b]]));
    return [a, b].every((text, i) => {
      const got = row?.[i] ?? '';
      return got === text || (got === `'${text}` && unguarded(got) === text);
    });
  },
);

holds('no cell that is read begins like a formula', [cell], (text) => {
  const got = read(fileOf([[text, null]]))[0]?.[0] ?? '';
  return !/^[=+\-@|%＝＋－＠｜％\t\r\n]/u.test(got.trimStart());
});
