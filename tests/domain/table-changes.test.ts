import { expect, test } from 'vitest';
import { tableChanges } from '@/components/reports/table-changes';

const TABLE = { title: 'Cash expected', words: '', total: null };
const BEFORE = { ...TABLE, heads: ['Week', 'Received', 'Expected', 'Due dates'] };

test('figures are compared by what their column is called, wherever it stands', () => {
  const before = { ...BEFORE, rows: [['27 Nov to 3 Dec', '–', '120.00', '90.00']] };
  const after = {
    ...TABLE,
    heads: ['Week', 'Received', 'Due or promised'],
    rows: [['27 Nov to 3 Dec', '–', '95.00']],
  };
  const row = '27 Nov to 3 Dec';
  expect(tableChanges([before], [after])).toEqual([
    {
      title: 'Cash expected',
      cells: [
        { row, column: 'Due or promised', before: null, after: '95.00' },
        { row, column: 'Expected', before: '120.00', after: null },
        { row, column: 'Due dates', before: '90.00', after: null },
      ],
    },
  ]);
});

test('rows of one name are told apart by number, and what reads alike is left out', () => {
  const before = {
    ...BEFORE,
    rows: [
      ['Acme', '1', '2', '3'],
      ['Acme', '4', '5', '6'],
    ],
  };
  const after = {
    ...BEFORE,
    rows: [
      ['Acme', '1', '2', '3'],
      ['Acme', '4', '5', '7'],
    ],
  };
  expect(tableChanges([before], [before])).toEqual([]);
  expect(tableChanges([before], [after])[0]?.cells).toEqual([
    { row: 'Acme (2)', column: 'Due dates', before: '6', after: '7' },
  ]);
});
