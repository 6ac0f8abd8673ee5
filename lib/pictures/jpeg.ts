import { isDrawable, type Picture } from './drawable';

/** Parts that make the picture: tables of numbers, tables of codes, how often a scan begins anew. */
const TABLES = new Set([0xdb, 0xc4, 0xdd]);
/** Frames that every reader knows: baseline, extended, progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Reads a JPEG part by part; null when it is none, breaks off, or is of a kind that few readers know. */
export function readJpeg(file: Buffer): Picture | null {
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [file.subarray(0, 2)];
  const seen = new Set<number>();
  let frame: Frame | null = null;
  for (let at = 2; at + 2 <= file.length; ) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      kept.push(file.subarray(at, at + 2));
      return frame && seen.has(0xda)
        ? { mediaType: 'image/jpeg', ...frame, bytes: Buffer.concat(kept) }
        : null;
    }
    const end = endOfPart(file, at);
    if (end === null) return null;
    const part = file.subarray(at, end);
    if (FRAMES.has(marker)) {
      if (frame) return null;
      frame = frameOf(part);
      if (!frame) return null;
    } else if (marker === 0xda) {
      // A scan needs a frame, its numbers and its codes before it.
      if (!frame || !seen.has(0xdb) || !seen.has(0xc4)) return null;
    } else if (!TABLES.has(marker) && !isAside(marker)) return null;
    const next = marker === 0xda ? endOfScan(file, end) : end;
    if (next === null) return null;
    if (!isAside(marker) || tellsColors(part)) kept.push(file.subarray(at, next));
    seen.add(marker);
    at = next;
  }
  return null;
}

/** What applications add, and comments. */
function isAside(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
}

/** Of what is added the two that say how colors are meant, without a small picture inside. */
function tellsColors(part: Buffer): boolean {
  const name = part.toString('latin1', 4, 9);
  return (
    (part[1] === 0xe0 && name === 'JFIF\0' && part.length === 18) || (part[1] === 0xee && name === 'Adobe')
  );
}

function endOfPart(file: Buffer, at: number): number | null {
  if (at + 4 > file.length) return null;
  const length = file.readUInt16BE(at + 2);
  const end = at + 2 + length;
  return length >= 2 && end <= file.length ? end : null;
}

/** Where the codes of a scan end: at the next marker that is none of its own. Null when it has none, or breaks off. */
function endOfScan(file: Buffer, from: number): number | null {
  for (let at = from; at + 1 < file.length; at += 1) {
    const next = file[at + 1] ?? 0;
    if (file[at] === 0xff && next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7))
      return at > from ? at : null;
  }
  return null;
}

function frameOf(part: Buffer): Frame | null {
  if (part.length < 10) return null;
  const [height, width] = [part.readUInt16BE(5), part.readUInt16BE(7)];
  const components = part[9] ?? 0;
  const isKnown = part[4] === 8 && [1, 3, 4].includes(components) && part.length === 10 + components * 3;
  return isKnown && isDrawable(width, height) ? { width, height } : null;
}
