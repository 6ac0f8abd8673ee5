/** The colours of paper: the light ones of app/styles/tokens.css, which a PDF file cannot read. */
export const INK = '#111111';
export const QUIET = '#55605b';
export const HAIR = '#d3d3cf';
export const ACCENT = '#0a5741';
export const ON_ACCENT = '#ffffff';

const AGES = ['#4d96a3', '#aa891f', '#b66200', '#b13505', '#8f151e', '#511123'] as const;

/** The colour of an aging bucket, chosen as `ageClass` chooses: Current first, the last the oldest. */
export function ageInk(index: number, buckets: number): string {
  const step =
    buckets <= AGES.length || index === 0 ? index : 1 + Math.round(((index - 1) * 4) / (buckets - 2));
  return AGES[step] ?? AGES[5];
}
