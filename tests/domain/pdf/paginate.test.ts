import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paginate } from '@/components/pdf/paginate';
import type { Line } from '@/components/pdf/table';

const line = (look: Line['look'], name: string): Line => ({ look, cells: [name, '1.00'] });
const TOTALS = [line('total', 'Total'), line('quiet', 'Share')];

test('no line is lost or doubled, no page holds more than it can, and totals never stand alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(6), { maxLength: 60 }),
      fc.integer({ min: 8, max: 20 }),
      fc.integer({ min: 8, max: 25 }),
      (groups, first, next) => {
        const body = groups.flatMap((items, g) => [
          line('group', `customer ${g}`),
          ...Array.from({ length: items }, (_, i) => line('row', `${g}/${i}`)),
        ]);
        const pages = paginate([...body, ...TOTALS], { first, next });
        const shown = pages.flat().filter(({ cells }) => !cells[0]?.endsWith(', continued'));
        expect(shown).toEqual([...body, ...TOTALS]);
        pages.forEach((page, i) => expect(page.length).toBeLessThanOrEqual(i === 0 ? first : next));
        if (body.length > 0) expect(pages.at(-1)?.[0]?.look).not.toBe('total');
        for (const page of pages.slice(1)) expect(page[0]?.look).not.toBe('row');
      },
    ),
  );
});

test('a customer whose items go on has its name on the next page again', () => {
  const lines = [line('group', 'Acme'), ...Array.from({ length: 12 }, (_, i) => line('row', `INV-${i}`))];
  const pages = paginate(lines, { first: 8, next: 8 });
  expect(pages.map((page) => page[0]?.cells)).toEqual([
    ['Acme', '1.00'],
    ['Acme, continued', ''],
  ]);
});

test('a page without lines is still a page', () => {
  expect(paginate([], { first: 5, next: 5 })).toEqual([[]]);
});
