import { QR_VERSIONS, type QrVersion } from './qr-versions';
import { remainderOf } from './reed-solomon';

/** The dark squares of a QR code, row by row; without the quiet zone of four around it. */
export type QrSquares = readonly (readonly boolean[])[];

type Grid = (boolean | null)[][];

/**
 * A text as a QR code that survives the loss of 15 % (level M), as small as it fits (ISO/IEC 18004, byte mode, up to version 13).
 * @throws Error for more than 331 bytes.
 */
export function qrCode(text: string): QrSquares {
  const bytes = new TextEncoder().encode(text);
  const version = QR_VERSIONS.find(
    ({ dataBytes, version: v }) => bytes.length + (v < 10 ? 2 : 3) <= dataBytes,
  );
  if (!version) throw new Error('too long for a QR code');
  const stream = interleaved(version, dataOf(version, bytes));
  const fixed = patterns(version);
  const masked = MASKS.map((mask, i) => drawn(fixed, { stream, mask, format: i }));
  const best = masked.reduce((a, b) => (penalty(b) < penalty(a) ? b : a));
  return best;
}

/** Mode, length, bytes, and filling up to what the version holds. */
function dataOf({ version, dataBytes }: QrVersion, bytes: Uint8Array): number[] {
  const lengthBits = version < 10 ? 8 : 16;
  const bits = `0100${bytes.length.toString(2).padStart(lengthBits, '0')}${[...bytes].map(binary).join('')}`;
  const ended = bits.padEnd(Math.min(dataBytes * 8, bits.length + 4), '0');
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, '0').match(/.{8}/g) ?? [];
  const data = whole.map((byte) => Number.parseInt(byte, 2));
  for (let fill = 0xec; data.length < dataBytes; fill ^= 0xec ^ 0x11) data.push(fill);
  return data;
}

/** The bytes of all blocks and then their checks, one of each block in turn, as bits. */
function interleaved({ blocks, checkBytes }: QrVersion, data: readonly number[]): string {
  let at = 0;
  const parts = blocks.map((size) => data.slice(at, (at += size)));
  const checks = parts.map((part) => remainderOf(part, checkBytes));
  const inTurn = (lists: readonly (readonly number[])[]) =>
    Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, i) =>
      lists.flatMap((list) => list[i] ?? []),
    ).flat();
  return [...inTurn(parts), ...inTurn(checks)].map(binary).join('');
}

/** What every code of the version has: null where data goes, and where the format goes a light square. */
function patterns({ version, alignments }: QrVersion): Grid {
  const size = version * 4 + 17;
  const grid: Grid = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  const put = (x: number, y: number, dark: boolean) => {
    const row = grid[y];
    if (row && x >= 0 && x < size) row[x] = dark;
  };
  for (let i = 0; i < size; i += 1)
    for (const [x, y] of [
      [i, 6],
      [6, i],
    ] as const)
      put(x, y, i % 2 === 0);
  const rings = (x: number, y: number, reach: number, light: readonly number[]) => {
    for (let dy = -reach; dy <= reach; dy += 1)
      for (let dx = -reach; dx <= reach; dx += 1)
        put(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  const last = alignments.at(-1);
  for (const y of alignments)
    for (const x of alignments)
      if (!((x === 6 && (y === 6 || y === last)) || (x === last && y === 6))) rings(x, y, 2, [1]);
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, [2, 4]);
  for (const [x, y] of formatPlaces(size)) put(x, y, false);
  put(8, size - 8, true);
  if (version >= 7) {
    const bits = checked(version, 12, 0x1f25, 18);
    for (let i = 0; i < 18; i += 1) {
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
      put(a, b, bits[17 - i] === '1');
      put(b, a, bits[17 - i] === '1');
    }
  }
  return grid;
}

/** Where the 15 bits of the format stand, from the highest, twice. */
function formatPlaces(size: number): (readonly [number, number])[] {
  const around = [0, 1, 2, 3, 4, 5, 7, 8, 8, 8, 8, 8, 8, 8, 8].map(
    (x, i) => [x, [8, 8, 8, 8, 8, 8, 8, 8, 7, 5, 4, 3, 2, 1, 0][i] ?? 0] as const,
  );
  const apart = Array.from({ length: 15 }, (_, i) =>
    i < 7 ? ([8, size - 1 - i] as const) : ([size - 15 + i, 8] as const),
  );
  return [...around, ...apart];
}

interface Drawing {
  readonly stream: string;
  readonly mask: (x: number, y: number) => boolean;
  readonly format: number;
}

/** The patterns with the data between them, from the lower right in columns of two, up and down in turn. */
function drawn(fixed: Grid, { stream, mask, format }: Drawing): boolean[][] {
  const size = fixed.length;
  const grid = fixed.map((row) => [...row]);
  let next = 0;
  for (let right = size - 1, isUp = true; right > 0; right -= right === 8 ? 3 : 2, isUp = !isUp)
    for (let i = 0; i < size; i += 1) {
      const y = isUp ? size - 1 - i : i;
      for (const x of [right, right - 1]) {
        const row = grid[y];
        if (!row || row[x] !== null) continue;
        row[x] = (stream[next] === '1') !== mask(x, y);
        next += 1;
      }
    }
  const bits = (Number.parseInt(checked(format, 10, 0x537, 15), 2) ^ 0x5412).toString(2).padStart(15, '0');
  formatPlaces(size).forEach(([x, y], i) => {
    const row = grid[y];
    if (row) row[x] = bits[i % 15] === '1';
  });
  return grid.map((row) => row.map((square) => square === true));
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** How hard a code is to read: long runs, blocks, false corners, too much of one colour. */
function penalty(grid: readonly (readonly boolean[])[]): number {
  const write = (row: readonly boolean[]) => row.map((dark) => (dark ? '1' : '0')).join('');
  const rows = grid.map(write);
  const lines = [...rows, ...grid.map((_, x) => write(grid.map((row) => row[x] === true)))];
  const runs = lines
    .flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? [])
    .reduce((sum, run) => sum + run.length - 2, 0);
  const corners = lines.reduce(
    (sum, line) => sum + (line.match(/(?=10111010000|00001011101)/g)?.length ?? 0),
    0,
  );
  let blocks = 0;
  for (let y = 1; y < rows.length; y += 1)
    for (let x = 1; x < rows.length; x += 1)
      if (['0000', '1111'].includes(`${rows[y - 1]?.slice(x - 1, x + 1)}${rows[y]?.slice(x - 1, x + 1)}`))
        blocks += 1;
  const dark = rows.join('').replaceAll('0', '').length / rows.length ** 2;
  return runs + corners * 40 + blocks * 3 + Math.floor(Math.abs(dark * 20 - 10)) * 10;
}

/** A number and its check of `degree` bits (BCH), as `length` bits. */
function checked(value: number, degree: number, generator: number, length: number): string {
  let rest = value << degree;
  for (let bit = length - 1; bit >= degree; bit -= 1)
    if ((rest >> bit) & 1) rest ^= generator << (bit - degree);
  return ((value << degree) | rest).toString(2).padStart(length, '0');
}

function binary(byte: number): string {
  return byte.toString(2).padStart(8, '0');
}
