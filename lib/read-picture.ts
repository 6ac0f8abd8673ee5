import sharp from 'sharp';
import { type LogoFile, MAX_LOGO_BYTES } from './logo';

/** A picture that was decoded and written anew. */
export type Picture = Pick<LogoFile, 'mediaType' | 'width' | 'height' | 'bytes'>;

/** The most pixels that are decoded, which bounds what it takes. */
const MOST_PIXELS = 24_000_000;
/**
 * The longest sides that are tried until the file can be kept: the first is sharp on paper at the size that a letterhead has, of the last
 * even the bare pixels can be. What was few bytes when it came may be more when it is written anew.
 */
const LONGEST_SIDES = [1_200, 800, 400];
/** How a PNG and a JPEG begin. */
const BEGINNINGS = { png: [0x89, 0x50, 0x4e, 0x47], jpeg: [0xff, 0xd8, 0xff] } as const;

/**
 * Decodes a PNG or a JPEG, whatever it is called, and writes it anew, upright, no larger than it is shown and in at most 1 MB: nothing
 * but its pixels is kept, no place, text or profile. Null for anything else, for one that is broken, and for one with too many pixels to decode.
 */
export async function readPicture(bytes: Uint8Array): Promise<Picture | null> {
  const kind = (['png', 'jpeg'] as const).find((each) =>
    BEGINNINGS[each].every((byte, at) => bytes[at] === byte),
  );
  if (!kind) return null;
  try {
    for (const side of LONGEST_SIDES) {
      const picture = await writtenAnew(bytes, kind, side);
      if (picture.bytes.byteLength <= MAX_LOGO_BYTES) return picture;
    }
  } catch {
    // What cannot be decoded is no picture: the answer, and no failure of ours.
  }
  return null;
}

async function writtenAnew(bytes: Uint8Array, kind: keyof typeof BEGINNINGS, side: number): Promise<Picture> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning' })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toFormat(kind, kind === 'jpeg' ? { quality: 90 } : { compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  return { mediaType: `image/${kind}`, width: info.width, height: info.height, bytes: data };
}
