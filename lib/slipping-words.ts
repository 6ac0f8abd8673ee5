import { LATELY_DAYS } from './domain/forecast/drift';
import type { Slipping } from './domain/forecast/slipping';
import { formatCount } from './format';

/** "2 days early", "14 days late": how far from the due day somebody pays. */
export function fromDueText(days: number): string {
  if (days === 0) return 'on the due day';
  return `${formatCount(Math.abs(days), 'day')} ${days > 0 ? 'late' : 'early'}`;
}

/** What a list of customers that leave their habit says while there is none. */
export const NOBODY_SLIPPING = {
  title: 'Nobody leaves their habit',
  words: `Customers that owe, are not late yet, and paid later in the last ${LATELY_DAYS} days than they used to are listed here.`,
};

/** "3 of 4 recent payments came later than nine in ten of the 22 before. The last ones: 14, 9, 12 days after the due day." */
export function slippingEvidence({ laterCount, recentCount, earlierCount, last }: Slipping): string {
  return `${laterCount} of ${recentCount} recent payments came later than nine in ten of the ${earlierCount} before. The last ones: ${lastText(last)}.`;
}

/** "14, 9, 0 days after the due day", newest first; a day before it is below 0. */
function lastText(last: readonly number[]): string {
  return `${last.map((days) => (days < 0 ? `−${-days}` : days)).join(', ')} days after the due day`;
}
