/**
 * The media type to answer in: of those on offer the one that `accept` likes best, the first on offer when it likes several
 * alike or says nothing. Null when it takes none of them.
 */
export function acceptedType(accept: string | null, offered: readonly string[]): string | null {
  const ranges = (accept ?? '*/*').split(',').map(readRange);
  const liked = offered.map((type) => ({ type, weight: weightOf(type, ranges) }));
  const best = Math.max(...liked.map(({ weight }) => weight));
  return best > 0 ? (liked.find(({ weight }) => weight === best)?.type ?? null) : null;
}

interface Range {
  readonly type: string;
  readonly weight: number;
}

function readRange(written: string): Range {
  const [type = '', ...parameters] = written.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { type, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}

/** What the most exact of the ranges that cover a type says of it; 0 when none does. */
function weightOf(type: string, ranges: readonly Range[]): number {
  const [main = ''] = type.split('/');
  for (const form of [type, `${main}/*`, '*/*']) {
    const range = ranges.find((each) => each.type === form);
    if (range) return range.weight;
  }
  return 0;
}
