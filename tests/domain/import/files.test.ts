import { expect, test } from 'vitest';
import { decodeFile } from '@/lib/import/decode';
import type { FieldId } from '@/lib/import/field';
import { IMPORT_FIELDS, IMPORT_KINDS, missingFields } from '@/lib/import/fields';
import { guessMapping } from '@/lib/import/guess-mapping';
import { fitting, type Mapping, parseColumns } from '@/lib/import/mapping';
import { parseTable } from '@/lib/import/parse';
import { problemsFile } from '@/lib/import/problems-file';
import { readRows } from '@/lib/import/read-rows';
import { templateFile } from '@/lib/import/template';
import { readBody } from '@/lib/read-body';

test.each(IMPORT_KINDS)('the template for %s is understood whole, and its rows are good', (kind) => {
  const { text } = decodeFile(new TextEncoder().encode(templateFile(kind).join('')));
  const table = parseTable(text);
  const mapping = guessMapping(kind, table, { currency: 'USD' });
  const inOrder = Object.fromEntries(IMPORT_FIELDS[kind].map(({ id }, at) => [id, at]));
  expect(mapping.columns).toEqual(inOrder);
  expect(readRows(kind, table, { mapping, currencyOf: () => 'USD' })).toMatchObject({
    problems: [],
    rows: [{}, {}],
  });
});

test('a list of problems is a CSV that no spreadsheet runs', () => {
  const problem = {
    row: 4,
    column: 'Amount',
    value: '=1+1',
    problem: '"=1+1" is not an amount.',
    hint: 'Write it like 5.00.',
  };
  expect(problemsFile([problem]).join('')).toBe(
    '\uFEFF"Row","Column","Value","What is wrong","What would be accepted"\r\n' +
      '4,"Amount","\'=1+1","""=1+1"" is not an amount.","Write it like 5.00."\r\n',
  );
});

test('columns are given by name, and what names nothing is told', () => {
  const header = ['Doc No', 'Total: net'];
  expect(parseColumns('number:Doc No, amount:Total: net', 'invoices', header)).toEqual({
    columns: { number: 0, amount: 1 },
    wrong: [],
  });
  expect(parseColumns('number:Doc,total:Total: net,reference:Doc No', 'invoices', header).wrong).toEqual([
    'number:Doc',
    'total:Total: net',
    'reference:Doc No',
  ]);
});

test('a mapping for another file loses the columns that this one has not', () => {
  const mapping: Mapping = {
    columns: { number: 0, amount: 7, payer: 1 },
    dateOrder: 'mdy',
    decimal: 'point',
    createCustomers: true,
    apply: 'none',
  };
  expect(fitting(mapping, 'invoices', 5).columns).toEqual({ number: 0 });
});

test('needed columns are named in words', () => {
  const missing = (mapped: FieldId[]) => missingFields('invoices', (id) => mapped.includes(id));
  expect(missing(['number'])).toEqual(['customer code or customer name', 'invoice date', 'amount']);
  expect(missing(['customerName', 'number', 'invoiceDate', 'amount'])).toEqual([]);
});

const request = (parts: readonly string[], length?: number) => {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts[taken++];
      if (part === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(part));
    },
  });
  const headers = new Headers(length === undefined ? {} : { 'content-length': String(length) });
  return { request: { body, headers }, taken: () => taken };
};

test('a body is read whole, and no further than the limit', async () => {
  expect(new TextDecoder().decode((await readBody(request(['ab', 'c']).request, 3)) as Uint8Array)).toBe(
    'abc',
  );
  const endless = request(Array.from({ length: 1_000 }, () => 'abcdefghij'));
  expect(await readBody(endless.request, 25)).toBe('too large');
  await expect.poll(endless.taken).toBeGreaterThan(15);
  expect(endless.taken()).toBeLessThan(30);
  expect(await readBody(request(['abc'], 1_000).request, 25)).toBe('too large');
});

test('a body that ends early is not taken for a shorter file', async () => {
  expect(await readBody(request(['abc'], 4).request, 25)).toBe('cut off');
});
