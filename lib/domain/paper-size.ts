/** The sheet that a business prints on. */
export type PaperSize = 'a4' | 'letter';

const NORTH_AMERICAN = /^(America|US|Canada)\/|^Pacific\/Honolulu$/;

/** The sheet that a business most likely prints on: Letter in the United States and Canada, A4 in the rest of the world. */
export function usualPaper(currency: string, timeZone: string): PaperSize {
  return ['USD', 'CAD'].includes(currency) && NORTH_AMERICAN.test(timeZone) ? 'letter' : 'a4';
}
