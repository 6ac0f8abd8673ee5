import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { qrCode } from '@/lib/domain/qr-code';

const drawn = (text: string) => qrCode(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));

/** Made by another program (the npm package qrcode 1.5.4, level M, bytes) and read by a third (jsqr 1.4.0). */
const OF_A = [
  '#######.#..#..#######',
  '#.....#.#####.#.....#',
  '#.###.#...#.#.#.###.#',
  '#.###.#.##.##.#.###.#',
  '#.###.#..###..#.###.#',
  '#.....#..#.##.#.....#',
  '#######.#.#.#.#######',
  '........##.##........',
  '#.##.###..###.#..#.##',
  '.#.##..#.#.####..#...',
  '##..###.##.#.....##.#',
  '#.##.#.....#..#####..',
  '#..####..#..#..#..#..',
  '........#.##..#..#..#',
  '#######.#..##..#.#...',
  '#.....#.##.....##.##.',
  '#.###.#..##.#####...#',
  '#.###.#.####..######.',
  '#.###.#.#.#.#.##.....',
  '#.....#...#..#.#..#.#',
  '#######.#....#..#....',
];

test('the squares are those that another program draws', () => {
  expect(drawn('A')).toEqual(OF_A);
  const uri = 'otpauth://totp/Dueline%3Ada%40ex.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Dueline';
  const hashes = [uri, 'x'.repeat(331)].map((text) =>
    createHash('sha256').update(drawn(text).join('\n')).digest('hex'),
  );
  expect(hashes).toEqual([
    '1c99223458946d9ce32af5d5fda4d13d3d6ff99c420cf27c141d45932de90813',
    '04621d2a089ecc124d8df727aa3a1d2497d6937e9a42e90c32228a292f275f4c',
  ]);
});

test('every code is a square with its three corners, as small as it can be', () => {
  const corner = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80 }), (text) => {
      const rows = drawn(text);
      const size = rows.length;
      expect((size - 17) % 4).toBe(0);
      expect(rows.every((row) => row.length === size)).toBe(true);
      expect(rows.slice(0, 7).map((row) => row.slice(0, 7))).toEqual(corner);
      expect(rows.slice(0, 7).map((row) => row.slice(-7))).toEqual(corner);
      expect(rows.slice(-7).map((row) => row.slice(0, 7))).toEqual(corner);
    }),
    { numRuns: 100 },
  );
  expect([14, 15, 331].map((length) => drawn('a'.repeat(length)).length)).toEqual([21, 25, 69]);
  expect(() => qrCode('a'.repeat(332))).toThrow('too long');
});
