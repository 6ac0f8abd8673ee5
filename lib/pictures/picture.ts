import type { Picture } from './drawable';
import { readJpeg } from './jpeg';
import { readPng } from './png';

/**
 * Reads a PNG or a JPEG by its bytes, whatever it is called. What is no part of the picture (text, places, previews, anything behind its
 * end) is left out. Null for anything else, for one that is broken, and for one with more pixels than are drawn.
 */
export function readPicture(bytes: Uint8Array): Picture | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readPng(file) ?? readJpeg(file);
}
