import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';

interface Looked {
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  /** What was recorded after this instant is left out, in words; null when nothing is. */
  readonly knownAt: string | null;
}

/** What is said where nothing is open, now or on a day that is past; the words end without a stop. */
export function nothingOpen({ asOf, today, knownAt }: Looked): {
  title: string;
  words: string;
  isPast: boolean;
} {
  if (asOf >= today && knownAt === null)
    return {
      title: 'Nothing is open',
      words: 'No invoice waits to be paid, and no money waits to be applied',
      isPast: false,
    };
  const known = knownAt === null ? '' : `, as far as was known by ${knownAt}`;
  return {
    title: `Nothing was open on ${formatDay(asOf, { today })}`,
    words: `No invoice posted by that day had anything left to pay, and no money was waiting to be applied${known}`,
    isPast: true,
  };
}
