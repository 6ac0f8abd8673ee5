import { expect, test } from 'vitest';
import { optionalColumns } from '@/lib/aging-columns';
import { readUnfolded, toggled } from '@/lib/aging-open';
import { writeAgingFilters } from '@/lib/aging-params';
import { readAgingTaste, tasteShowing } from '@/lib/aging-taste';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { toPlainDate } from '@/lib/domain/dates';
import { readAgingFilters, type SearchParams } from '@/lib/filters';

const ORG = { currency: 'USD', agingBasis: 'due', bounds: DEFAULT_BOUNDS } as const;
const TODAY = toPlainDate('2026-03-31');
const ID = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';

const ADDRESSES: readonly SearchParams[] = [
  {},
  { asOf: '2026-01-31', knownAt: '2026-02-01T10:00:00.000Z', basis: 'invoice' },
  { bounds: '-10,0,7', currency: 'KWD', min: '1.005', max: '-2' },
  { group: 'tag', owner: '-', tag: 'key account', net: '1', page: '3' },
  { group: 'item', bucket: '4', show: 'late', sort: 'b2', dir: 'asc' },
  { group: 'parent', customer: ID, family: '1', q: 'a & b', dueFrom: '2026-01-01', dueTo: '2026-02-01' },
];

test('filters written into an address are read back the same', () => {
  for (const params of ADDRESSES) {
    const { filters, dropped } = readAgingFilters(params, ORG, TODAY);
    expect(dropped).toEqual([]);
    expect(readAgingFilters(writeAgingFilters(filters, ORG), ORG, TODAY)).toEqual({ filters, dropped: [] });
  }
});

test('an address unfolds at most ten customers, each whole, one bucket of it, or its credits', () => {
  const open = [ID, `${OTHER}.3`, 'nobody', `${ID}.x`];
  const unfolded = readUnfolded({ open });
  expect([...unfolded]).toEqual([
    [ID, 'all'],
    [OTHER, 3],
  ]);
  expect([...readUnfolded({ open: `${ID}.credits` })]).toEqual([[ID, 'credits']]);
  const many = Array.from({ length: 20 }, (_, i) => ID.replace(/1$/, i.toString(16).padStart(1, '0')));
  expect(readUnfolded({ open: many }).size).toBe(10);
  expect(toggled(unfolded, OTHER, 3)).toEqual([ID]);
  expect(toggled(unfolded, OTHER, 'credits')).toEqual([ID, `${OTHER}.credits`]);
});

test('a column that is not shown is hidden, and one of a bucket that is not there now stays as it was', () => {
  const shown = ['b0', 'b1', 'total', 'shape'];
  const hidden = tasteShowing(shown, 2, { hidden: ['b7', 'shape'] });
  expect(hidden).toEqual(['credits', 'oldest', 'late', 'share', 'b7']);
  expect(optionalColumns(2).filter((column) => !hidden.includes(column))).toEqual(['b0', 'b1', 'shape']);
  expect(readAgingTaste(null).density).toBe('compact');
  expect(readAgingTaste({ hidden, density: 'comfortable' })).toEqual({ hidden, density: 'comfortable' });
});
