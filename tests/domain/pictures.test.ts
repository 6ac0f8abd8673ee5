import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { logoSize, MAX_LOGO_BYTES } from '@/lib/logo';
import { readPicture } from '@/lib/read-picture';
import { jpeg, png } from '../pictures';

test('a PNG and a JPEG are known by their bytes, with their size', async () => {
  const size = { width: 6, height: 4 };
  expect(await readPicture(await png())).toMatchObject({ mediaType: 'image/png', ...size });
  expect(await readPicture(await png({ alpha: 0.5 }))).toMatchObject({ mediaType: 'image/png', ...size });
  expect(await readPicture(await jpeg())).toMatchObject({ mediaType: 'image/jpeg', ...size });
});

test('its pixels stay as they are, and what shines through goes on to', async () => {
  const first = async (file: Uint8Array) => [
    ...(await sharp(file).ensureAlpha().raw().toBuffer()).subarray(0, 4),
  ];
  for (const file of [await png(), await png({ alpha: 0.5 })])
    expect(await first((await readPicture(file))?.bytes ?? new Uint8Array())).toEqual(await first(file));
});

test('what is no part of the picture is left out, and it is turned as it was meant', async () => {
  const file = await jpeg();
  expect(file.includes('Portland')).toBe(true);
  const kept = await readPicture(Buffer.concat([file, Buffer.from('<script>')]));
  expect(Buffer.from(kept?.bytes ?? []).includes('Portland')).toBe(false);
  expect(Buffer.from(kept?.bytes ?? []).includes('<script>')).toBe(false);
  const lying = await sharp(await png())
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(await readPicture(lying)).toMatchObject({ width: 4, height: 6 });
});

test('a picture that was small enough is small enough still when it is written anew', async () => {
  const [width, height] = [1_000, 1_000];
  const noise = sharp(randomBytes(width * height), { raw: { width, height, channels: 1 } });
  const file = await noise.toColourspace('b-w').png().toBuffer();
  expect(file.byteLength).toBeLessThan(MAX_LOGO_BYTES);
  const kept = await readPicture(file);
  expect(kept?.width).toBeGreaterThanOrEqual(400);
  expect(kept?.bytes.byteLength).toBeLessThanOrEqual(MAX_LOGO_BYTES);
});

test('a large picture is made as small as it is shown, one with too many pixels is not decoded', async () => {
  expect(await readPicture(await png({ width: 3_000, height: 1_000 }))).toMatchObject({
    width: 1_200,
    height: 400,
  });
  expect(await readPicture(await png({ width: 24_000, height: 1_001 }))).toBeNull();
});

test('nothing else is a picture, whatever it calls itself', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const webp = await sharp(await png())
    .webp()
    .toBuffer();
  for (const file of [
    Buffer.alloc(0),
    svg,
    gif,
    webp,
    Buffer.from('%PDF-1.7'),
    Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
  ])
    expect(await readPicture(file)).toBeNull();
});

test('one that is cut, or damaged, is no picture', async () => {
  const file = await png({ width: 40, height: 40 });
  for (const length of [8, 20, 40, file.length - 20])
    expect(await readPicture(file.subarray(0, length))).toBeNull();
  const photo = await jpeg({ width: 40, height: 40 });
  for (const length of [8, 40, photo.length - 20])
    expect(await readPicture(photo.subarray(0, length))).toBeNull();
  const damaged = Buffer.from(file);
  const pixels = file.indexOf('IDAT') + 8;
  damaged[pixels] = (damaged[pixels] ?? 0) ^ 255;
  expect(await readPicture(damaged)).toBeNull();
});

test('a picture fits into its box whole, wide or high, and is not blown up', () => {
  const box = { width: 150, height: 40 };
  expect(logoSize({ width: 300, height: 40 }, box)).toEqual({ width: 150, height: 20 });
  expect(logoSize({ width: 40, height: 80 }, box)).toEqual({ width: 20, height: 40 });
  expect(logoSize({ width: 15, height: 4 }, box)).toEqual({ width: 15, height: 4 });
});
