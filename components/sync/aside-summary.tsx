import Link from 'next/link';
import { formatCount } from '@/lib/format';
import { REASONS, type Reason } from '@/lib/sources/reasons';
import { withParams } from '@/lib/url';

interface AsideSummaryProps {
  readonly counts: readonly { readonly reason: Reason; readonly count: number }[];
}

/** Rows that are not booked, by reason: first those about which somebody can do something. */
export function AsideSummary({ counts }: AsideSummaryProps) {
  if (counts.length === 0) return null;
  const order = { here: 0, source: 1, none: 2 } as const;
  const sorted = counts.toSorted((a, b) => order[REASONS[a.reason].by] - order[REASONS[b.reason].by]);
  return (
    <section aria-labelledby="aside">
      <h2 id="aside" className="mb-2 text-section">
        Set aside
      </h2>
      <ul className="panel divide-y divide-border">
        {sorted.map(({ reason, count }) => (
          <li key={reason} className="flex flex-wrap items-baseline gap-x-3 px-5 py-2.5 max-md:px-4">
            <Link href={withParams('/sync/aside', {}, { reason })} className="link font-medium">
              {REASONS[reason].title}
            </Link>
            <span className="text-muted-foreground">{REASONS[reason].hint}</span>
            <span className="fig ml-auto">{formatCount(count, 'row')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
