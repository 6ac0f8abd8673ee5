import { crc32, inflateSync } from 'node:zlib';
import { isDrawable, type Picture } from './drawable';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The chunks that make the picture; the others are about it. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
/** Bit depths of each color type, and how many values a pixel has. Source: PNG specification, table 11.1. */
const COLORS: Readonly<Record<number, { readonly depths: readonly number[]; readonly values: number }>> = {
  0: { depths: [1, 2, 4, 8, 16], values: 1 },
  2: { depths: [8, 16], values: 3 },
  3: { depths: [1, 2, 4, 8], values: 1 },
  4: { depths: [8, 16], values: 2 },
  6: { depths: [8, 16], values: 4 },
};
/** First column, first row and steps of the seven passes of an interlaced picture. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** Length, type, data and check sum. */
  readonly whole: Buffer;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly color: number;
  readonly bitsPerPixel: number;
  readonly isInterlaced: boolean;
}

/** Reads a PNG down to its last pixel; null when it is none, or broken. */
export function readPng(file: Buffer): Picture | null {
  if (!file.subarray(0, 8).equals(SIGNATURE)) return null;
  const chunks = chunksOf(file);
  const header = chunks && headerOf(chunks[0]);
  if (!chunks || !header || !isDrawable(header.width, header.height)) return null;
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
  const isPalette = palette && palette.length > 0 && palette.length <= 768 && palette.length % 3 === 0;
  if (palette ? !isPalette : header.color === 3) return null;
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  if (!isDecoded(Buffer.concat(packed), header)) return null;
  const { width, height } = header;
  const bytes = Buffer.concat([SIGNATURE, ...chunks.map(({ whole }) => whole)]);
  return { mediaType: 'image/png', width, height, bytes };
}

/** The chunks that make the picture, in their order; null when it breaks off or a check sum does not fit. */
function chunksOf(file: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return null;
    const type = file.toString('latin1', at + 4, at + 8);
    const whole = file.subarray(at, end);
    if (KEPT.has(type)) {
      if (crc32(whole.subarray(4, -4)) !== file.readUInt32BE(end - 4)) return null;
      chunks.push({ type, data: whole.subarray(8, -4), whole });
    } else if (/^[A-Z]/.test(type)) return null;
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}

function headerOf(chunk: Chunk | undefined): Header | null {
  if (chunk?.type !== 'IHDR' || chunk.data.length !== 13) return null;
  const { data } = chunk;
  const [depth = 0, color = 0, compression, filter, interlace = 2] = data.subarray(8);
  const kind = COLORS[color];
  if (!kind?.depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) return null;
  return {
    width: data.readUInt32BE(0),
    height: data.readUInt32BE(4),
    color,
    bitsPerPixel: depth * kind.values,
    isInterlaced: interlace === 1,
  };
}

/** Whether what is packed is every row of the picture and nothing more, each behind a filter that there is. */
function isDecoded(packed: Buffer, header: Header): boolean {
  const rows = rowsOf(header);
  const size = rows.reduce((sum, { bytes, count }) => sum + bytes * count, 0);
  const pixels = unpacked(packed, size);
  if (pixels?.length !== size) return false;
  let at = 0;
  for (const { bytes, count } of rows)
    for (let row = 0; row < count; row += 1, at += bytes) if ((pixels[at] ?? 5) > 4) return false;
  return true;
}

/** The rows of each pass, with the byte that names their filter. */
function rowsOf({ width, height, bitsPerPixel, isInterlaced }: Header) {
  const passes = isInterlaced ? PASSES : [[0, 0, 1, 1] as const];
  return passes.flatMap(([x, y, stepX, stepY]) => {
    const [columns, count] = [Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY)];
    return columns > 0 && count > 0 ? [{ bytes: 1 + Math.ceil((columns * bitsPerPixel) / 8), count }] : [];
  });
}

function unpacked(packed: Buffer, most: number): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch {
    // What cannot be unpacked, or is larger than it says, is no picture: the answer, and no failure of ours.
    return null;
  }
}
