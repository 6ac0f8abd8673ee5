import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTable } from '@/lib/import/parse';

const cells = (text: string) => parseTable(text).rows.map((row) => row.cells);

test.each([
  [',', 'a,b\n1,2'],
  [';', 'a;b\n1;2'],
  ['tab', 'a\tb\n1\t2'],
  ['bar', 'a|b\n1|2'],
  ['CRLF', 'a,b\r\n1,2\r\n'],
  ['CR', 'a,b\r1,2\r'],
  ['told', 'sep=;\na;b\n1;2'],
])('cells are told apart: %s', (_name, text) => {
  expect(parseTable(text).header).toEqual(['a', 'b']);
  expect(cells(text)).toEqual([['1', '2']]);
});

test('semicolons win over decimal commas', () => {
  expect(cells('Datum;Betrag;Rest\n2026-01-02;1,50;2,50\n2026-01-03;3,00;4,00')[1]).toEqual([
    '2026-01-03',
    '3,00',
    '4,00',
  ]);
});

test('a quoted cell holds commas, quotes and line breaks', () => {
  expect(cells('name,note\n"Acme, ""Ltd""","two\r\nlines"')).toEqual([['Acme, "Ltd"', 'two\nlines']]);
});

test('rows are numbered as a spreadsheet shows them: blank ones count and are left out', () => {
  const { rows } = parseTable('a,b\n1,2\n\n,\n"3\nx",4\n5,6\n');
  expect(rows.map(({ row }) => row)).toEqual([2, 5, 6]);
  expect(parseTable('sep=,\na,b\n1,2').rows[0]?.row).toBe(3);
});

test('a row with more or fewer cells than the header is a problem of its own; empty ones at the end are not', () => {
  const { rows, problems } = parseTable('a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3');
  expect(rows.map(({ row }) => row)).toEqual([4, 5]);
  expect(problems).toMatchObject([
    { row: 2, column: '', value: '1 | 2', problem: 'This row has 2 cells and the header 3.' },
    { row: 3, problem: 'This row has 4 cells and the header 3.' },
  ]);
});

test('a quotation mark that is never closed is a problem of the row in which it opens', () => {
  expect(parseTable('a,b\n1,2\n"3,4\n5,6').problems).toMatchObject([{ row: 3, column: '' }]);
});

test('names that are missing or come twice are told apart, and __proto__ is a name like any other', () => {
  const { header, rows } = parseTable('Amount,,Amount,__proto__,constructor\n1,2,3,4,5');
  expect(header).toEqual(['Amount', 'Column 2', 'Amount (2)', '__proto__', 'constructor']);
  expect(rows[0]?.cells).toEqual(['1', '2', '3', '4', '5']);
});

test('too little and too much are refused with a sentence', () => {
  expect(() => parseTable('a,b\n')).toThrow('nothing to import');
  expect(() => parseTable(`a,b\n${'1,2\n'.repeat(200_001)}`)).toThrow('more than 200,000 rows');
  expect(() => parseTable(`a,b\n${'1,2\n'.repeat(150_000)}${'\n'.repeat(60_000)}1,2`)).toThrow('200,000');
  expect(parseTable(`a,b\n${'1,2\n'.repeat(200_000)}`).rows).toHaveLength(200_000);
  expect(() => parseTable(`${'a,'.repeat(600)}\n1`)).toThrow('500 columns');
});

test('whatever is written with quotes is read back', () => {
  const cell = fc.string({ minLength: 1 }).map((text) => text.replace(/\r\n?/g, '\n').trim() || 'x');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (written) => {
      const line = (row: readonly string[]) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
      const text = ['"a","b"', ...written.map(line)].join('\r\n');
      expect(cells(text)).toEqual(written);
    }),
    { numRuns: 500 },
  );
});
