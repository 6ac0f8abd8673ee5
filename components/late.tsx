import { bucketOf, DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { formatCount } from '@/lib/format';
import { BucketDot } from './bucket-dot';

interface LateProps {
  /** Days past due: above 0 late, 0 due today, below 0 not due yet. */
  readonly days: number;
  readonly bounds?: readonly number[];
}

/** How late something is, in words, after the dot of its bucket: "47 days late", "due today", "due in 9 days". */
export function Late({ days, bounds = DEFAULT_BOUNDS }: LateProps) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <BucketDot index={bucketOf(days, bounds)} buckets={bounds.length + 1} />
      {words(days)}
    </span>
  );
}

function words(days: number): string {
  if (days > 0) return `${formatCount(days, 'day')} late`;
  return days === 0 ? 'due today' : `due in ${formatCount(-days, 'day')}`;
}
