import type { Instant } from '@/lib/domain/instants';
import { formatMoment } from '@/lib/format';
import { isPrintable } from './type';

interface Made {
  readonly knownAt: Instant | null;
  readonly timeZone: string;
  readonly madeAt: Date;
  /** What people wrote that stands in the file. */
  readonly names: readonly string[];
}

/** What a box among letters means. */
const BOXED = '□ stands for a character that the typefaces of this file do not have.';

/** As known when, and made when, on the wall clock of the business; and what a box is, where there is one. */
export function madeWords({ knownAt, timeZone, madeAt, names }: Made): string {
  const known = knownAt === null ? '' : `As known at ${formatMoment(new Date(knownAt), timeZone)}. `;
  const boxed = names.every(isPrintable) ? '' : ` ${BOXED}`;
  return `${known}Made ${formatMoment(madeAt, timeZone)}, ${timeZone.replaceAll('_', ' ')}.${boxed}`;
}
