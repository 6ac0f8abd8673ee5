import type { Route } from 'next';
import Link from 'next/link';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { FocusWhenGone } from './focus-when-gone';

interface AsOfStripProps {
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  /** What was recorded after this instant is left out, in words; null when nothing is. */
  readonly knownAt?: string | null;
  /** The same page as of today. */
  readonly todayHref: Route;
}

/** A warning across the page while its numbers are not today's. Draws nothing when they are. */
export function AsOfStrip({ asOf, today, knownAt = null, todayHref }: AsOfStripProps) {
  if (asOf === today && knownAt === null) return null;
  return (
    <p className="flex items-center gap-2 bg-warning-soft px-6 py-2 text-warning max-md:px-4 print:hidden">
      <span className="font-medium">
        Numbers as of {formatDay(asOf, { today })}
        {knownAt === null ? '' : `, as known by ${knownAt}`}.
        {asOf > today && ' That day has not come: what happens until then is not in them.'}
      </span>
      <Link href={todayHref} className="underline underline-offset-3">
        Back to today
      </Link>
      <FocusWhenGone to={[]} />
    </p>
  );
}
