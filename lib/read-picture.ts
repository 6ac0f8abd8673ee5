import sharp from 'sharp';
import type { LogoFile } from './logo';

/** A picture that was decoded and written anew. */
export type Picture = Pick<LogoFile, 'mediaType' | 'width' | 'height' | 'bytes'>;

/** The most pixels that are decoded, which bounds what it takes. */
const MOST_PIXELS = 24_000_000;
/** The longest side that is kept: sharp on paper at the size that a letterhead has. */
const LONGEST_SIDE = 1_200;
/** How a PNG and a JPEG begin. */
const BEGINNINGS = { png: [0x89, 0x50, 0x4e, 0x47], jpeg: [0xff, 0xd8, 0xff] } as const;

/**
 * Decodes a PNG or a JPEG, whatever it is called, and writes it anew, upright and no larger than it is shown: nothing but its pixels is
 * kept, no place, text or profile. Null for anything else, for one that is broken, and for one with too many pixels to decode.
 */
export async function readPicture(bytes: Uint8Array): Promise<Picture | null> {
  const kind = (['png', 'jpeg'] as const).find((each) =>
    BEGINNINGS[each].every((byte, at) => bytes[at] === byte),
  );
  if (!kind) return null;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning' })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toFormat(kind, kind === 'jpeg' ? { quality: 90 } : { compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    return { mediaType: `image/${kind}`, width: info.width, height: info.height, bytes: data };
  } catch {
    // What cannot be decoded is no picture: the answer, and no failure of ours.
    return null;
  }
}
