import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { PaperTable } from '@/components/paper-table';
import { HEAD, roomOn } from '@/components/pdf/frame';
import { CAPTION, stack } from '@/components/pdf/stack';
import { PITCH } from '@/components/pdf/table';
import { typeIsReady } from '@/components/pdf/type';

beforeAll(typeIsReady);

const tableOf = (count: number, at: number): PaperTable => ({
  title: `Table ${at}`,
  words: '',
  heads: ['Name', 'Amount'],
  rows: Array.from({ length: count }, (_, i) => [`${at}/${i}`, '1.00']),
  total: ['Total', `${count}.00`],
});

test('every line of every table is on one sheet, in order, and no sheet holds more than it has room for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(70), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('a4' as const, 'letter' as const),
      (counts, paper) => {
        const tables = counts.map(tableOf);
        const sheets = stack(tables, paper);
        const shown = sheets.flat().flatMap(({ lines }) => lines.map(({ cells }) => cells));
        const all = tables.flatMap(({ rows, total }) => [...(rows.length > 0 ? rows : [['None']]), total]);
        expect(shown).toEqual(all);
        sheets.forEach((blocks, i) => {
          const taken = blocks.reduce((sum, { lines }) => sum + CAPTION + (lines.length + 1) * PITCH, 0);
          expect(blocks.length).toBeGreaterThan(0);
          expect(taken).toBeLessThanOrEqual(roomOn(paper).height - (i === 0 ? HEAD.first : HEAD.next));
        });
        for (const { table, isFirst } of sheets.slice(1).flatMap((blocks) => blocks.slice(1)))
          expect([table.title, isFirst]).toEqual([table.title, true]);
      },
    ),
    { numRuns: 60 },
  );
});

test('tables that have room stand on one sheet, and a long one says that it goes on', () => {
  expect(stack([tableOf(3, 0), tableOf(3, 1)], 'a4')).toHaveLength(1);
  const [first, second] = stack([tableOf(60, 0)], 'a4');
  expect([first?.[0]?.isFirst, second?.[0]?.isFirst]).toEqual([true, false]);
});
