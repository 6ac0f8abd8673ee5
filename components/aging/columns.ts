import type { AgingTaste } from '@/lib/aging-taste';

/** Classes of the report's columns, by what the reader hides. Paper shows every bucket, the credits and the oldest day. */
export interface Columns {
  readonly bucket: (index: number) => string;
  readonly shape: string;
  readonly credits: string;
  readonly oldest: string;
  readonly late: string;
  /** Whether each amount says what part of its line it is. */
  readonly hasShares: boolean;
  /** How many columns there are, whether shown or not. */
  readonly count: number;
}

/** The classes for a taste and so many buckets. */
export function columnsOf({ hidden }: Pick<AgingTaste, 'hidden'>, buckets: number): Columns {
  const onPaper = (key: string) => (hidden.includes(key) ? 'hidden print:table-cell' : '');
  const onScreen = (key: string) => (hidden.includes(key) ? 'hidden' : 'print:hidden');
  return {
    bucket: (index) => onPaper(`b${index}`),
    shape: onScreen('shape'),
    credits: onPaper('credits'),
    oldest: onPaper('oldest'),
    late: onScreen('late'),
    hasShares: !hidden.includes('share'),
    count: buckets + 6,
  };
}
