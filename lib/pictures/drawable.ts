import type { LogoFile } from '../logo';

/** A picture that was read: what it is by its bytes, and these without anything but the picture. */
export type Picture = Pick<LogoFile, 'mediaType' | 'width' | 'height' | 'bytes'>;

/** The longest side of a picture, and how many pixels it may have: what it takes to draw it is bounded by them. */
const MOST_SIDE = 4_000;
const MOST_PIXELS = 6_000_000;

/** Whether a picture of this size is drawn. */
export function isDrawable(width: number, height: number): boolean {
  return width > 0 && height > 0 && Math.max(width, height) <= MOST_SIDE && width * height <= MOST_PIXELS;
}
