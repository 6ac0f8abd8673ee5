import type { Route } from 'next';
import Link from 'next/link';
import { AgingBar } from '@/components/aging-bar';
import { BucketDot } from '@/components/bucket-dot';
import type { AgingReport } from '@/db/queries/aging';
import { formatCount, formatMoney } from '@/lib/format';

interface AgeSummaryProps {
  readonly report: Pick<AgingReport, 'totals' | 'bucketCounts'>;
  readonly labels: readonly string[];
  readonly currency: string;
  /** Where a bucket's rows are listed. */
  readonly bucketHref: (bucket: number) => Route;
}

/** The aging bar with an amount and a count under each colour; every one leads to its rows. */
export function AgeSummary({
  report: { totals, bucketCounts },
  labels,
  currency,
  bucketHref,
}: AgeSummaryProps) {
  const { bucketsMinor } = totals;
  return (
    <section className="mt-7 md:mt-9" aria-label="Owed to you, by age">
      <AgingBar
        amounts={bucketsMinor}
        labels={labels}
        currency={currency}
        size="lg"
        hrefs={labels.map((_, i) => bucketHref(i))}
      />
      <ul className="mt-4 grid grid-cols-2 gap-y-4 md:grid-cols-3 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
        {bucketsMinor.map((amount, i) => (
          <li key={labels[i]} className="lg:border-l lg:pl-4 lg:first:border-l-0 lg:first:pl-0">
            <Link href={bucketHref(i)} className="group block">
              <span className="flex items-center gap-2 text-meta text-muted-foreground group-hover:text-foreground">
                <BucketDot index={i} buckets={labels.length} />
                {i === 0 && labels[0] === 'Current' ? 'Not due yet' : `${labels[i]} days`}
              </span>
              <span className="fig block text-[17px] leading-7 font-medium tracking-[-.01em]">
                {formatMoney(amount, currency, { cents: false })}
              </span>
              <span className="block text-meta text-subtle">
                {formatCount(bucketCounts[i] ?? 0, 'invoice')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
