import { expect, test } from 'vitest';
import { logoSize } from '@/lib/logo';
import { readPicture } from '@/lib/pictures/picture';
import { JPEG, png } from '../pictures';

test('a PNG and a JPEG are known by their bytes, with their size', () => {
  for (const color of [0, 2, 6] as const)
    expect(readPicture(png({ color }))).toMatchObject({ mediaType: 'image/png', width: 6, height: 4 });
  expect(readPicture(JPEG)).toMatchObject({ mediaType: 'image/jpeg', width: 6, height: 4 });
});

test('what is read is read again as the same bytes', () => {
  for (const file of [png(), JPEG]) {
    const once = readPicture(file);
    if (!once) throw new Error('not read');
    expect(readPicture(once.bytes)).toEqual(once);
  }
});

test('what is no part of the picture is left out: texts, places, profiles, and whatever stands behind the end', () => {
  const secret = Buffer.from('Portland 45.5N <script>');
  const kept = readPicture(
    Buffer.concat([
      png({
        chunks: [
          ['tEXt', secret],
          ['eXIf', secret],
        ],
      }),
      secret,
    ]),
  );
  expect(kept?.bytes).toEqual(png());
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0x00, secret.length + 2]), secret]);
  const noted = Buffer.concat([JPEG.subarray(0, 2), exif, JPEG.subarray(2), secret]);
  const { bytes } = readPicture(noted) ?? { bytes: new Uint8Array() };
  expect(bytes.length).toBeGreaterThan(100);
  expect(Buffer.from(bytes).includes('Portland')).toBe(false);
  expect(Buffer.from(bytes).includes('ICC_PROFILE')).toBe(false);
  expect(JPEG.includes('ICC_PROFILE')).toBe(true);
});

test('nothing else is a picture, whatever it calls itself', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  for (const file of [
    Buffer.alloc(0),
    svg,
    gif,
    Buffer.from('%PDF-1.7'),
    png().subarray(0, 8),
    Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
  ])
    expect(readPicture(file)).toBeNull();
});

test('every byte counts: cut anywhere, or with a check sum that does not fit, it is no picture', () => {
  for (const file of [png(), JPEG])
    for (let length = 0; length < file.length; length += 1)
      expect(readPicture(file.subarray(0, length)), `the first ${length} bytes`).toBeNull();
  const damaged = png();
  damaged[40] = (damaged[40] ?? 0) ^ 1;
  expect(readPicture(damaged)).toBeNull();
});

test('the pixels are unpacked and counted: fewer, more, or behind a filter that there is not, is no picture', () => {
  const rows = 4 * (1 + 6 * 3);
  for (const size of [0, rows - 1, rows + 1, 10_000_000])
    expect(readPicture(png({ pixels: Buffer.alloc(size) })), `${size} bytes`).toBeNull();
  expect(readPicture(png({ pixels: Buffer.alloc(rows) }))).not.toBeNull();
  expect(readPicture(png({ pixels: Buffer.alloc(rows).fill(5, 0, 1) }))).toBeNull();
});

test('a picture has at most 4,000 pixels on a side and 6 million in all', () => {
  const gray = (width: number, height: number) =>
    readPicture(png({ width, height, color: 0, pixels: Buffer.alloc(height * (1 + width)) }));
  expect(gray(4_000, 1_500)).not.toBeNull();
  expect(gray(4_001, 1)).toBeNull();
  expect(gray(1, 4_001)).toBeNull();
  expect(gray(3_000, 2_001)).toBeNull();
  expect(gray(0, 1)).toBeNull();
});

test('a picture fits into its box whole, wide or high, and is not blown up', () => {
  const box = { width: 150, height: 40 };
  expect(logoSize({ width: 300, height: 40 }, box)).toEqual({ width: 150, height: 20 });
  expect(logoSize({ width: 40, height: 80 }, box)).toEqual({ width: 20, height: 40 });
  expect(logoSize({ width: 15, height: 4 }, box)).toEqual({ width: 15, height: 4 });
});
