import type { TakeSum } from '@/lib/domain/forecast/kept-habits';

/** Bytes before the elements of an array that is not empty: dimensions, flags, type, length and first subscript, four each. */
const HEAD = 20;
/** Of an empty one, which has no dimension. */
const EMPTY_HEAD = 12;
/** Before each element stands how many bytes it has, in four. */
const CODE = 4 + 4;
const WEIGHT = 4 + 8;

/**
 * Reads rows of sums as PostgreSQL sent them one after the other: the weekday by `int2send`, the codes and their weights by
 * `array_send`. Numbers as they lie in memory take a fraction of the time of numbers written as text and read again.
 */
export function readSentSums(bytes: Uint8Array, take: TakeSum): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < view.byteLength; ) {
    const weekday = view.getInt16(at);
    const codes = at + 2;
    if (view.getInt32(codes) === 0) {
      at = codes + 2 * EMPTY_HEAD;
      continue;
    }
    const count = view.getInt32(codes + 12);
    const weights = codes + HEAD + CODE * count;
    for (let i = 0; i < count; i += 1)
      take(
        weekday,
        view.getInt32(codes + HEAD + CODE * i + 4),
        view.getFloat64(weights + HEAD + WEIGHT * i + 4),
      );
    at = weights + HEAD + WEIGHT * count;
  }
}
