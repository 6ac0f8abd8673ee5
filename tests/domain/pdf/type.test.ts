import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { wrapped } from '@/components/pdf/fit';
import { isPrintable, printable, typeIsReady, widthOf } from '@/components/pdf/type';

beforeAll(typeIsReady);

test.each([
  ['Łódź', 'Łódź'],
  ['Ελλάδα', 'Ελλάδα'],
  ['Привет', 'Привет'],
  ['₹ € ₫', '₹ € ₫'],
  ['e\u0301', 'é'],
  ['שלום', 'שלום'],
  ['日本 KK', '□□ KK'],
  ['two\nlines\tand\u00A0blanks', 'two lines and blanks'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['zero\u200Bwidth\uFE0F', 'zerowidth'],
  ['<b>&amp;</b>', '<b>&amp;</b>'],
])('%s is set as %s, never as another letter', (text, shown) => {
  expect(printable(text)).toBe(shown);
  expect(isPrintable(text)).toBe(!shown.includes('□'));
});

test('figures of one length are of one width, so that columns of amounts align', () => {
  for (const weight of [400, 600] as const)
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }), (digits) => {
        expect(widthOf(digits.join(''), 8, weight)).toBeCloseTo(widthOf('0000000', 8, weight), 6);
      }),
    );
});

test('any name is broken into at most four lines that fit, and loses nothing if they hold it', () => {
  const room = { width: 120, size: 8, weight: 400 } as const;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const lines = wrapped(name, room);
      expect(lines.length).toBeLessThanOrEqual(4);
      for (const line of lines) expect(widthOf(line, room.size, room.weight)).toBeLessThanOrEqual(room.width);
      const whole = printable(name).replaceAll(' ', '');
      const kept = lines.join('').replaceAll(' ', '');
      expect(kept === whole || (kept.endsWith('…') && whole.startsWith(kept.slice(0, -1)))).toBe(true);
    }),
  );
  expect(wrapped('x'.repeat(5_000), room).at(-1)).toMatch(/^x+…$/);
});
