import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { BucketDot } from '@/components/bucket-dot';
import { type AgingSort, bucketSort } from '@/lib/aging-sort';

interface AgingHeadProps {
  readonly labels: readonly string[];
  readonly sort: AgingSort;
  readonly descending: boolean;
  /** The same page sorted by a column; asked again for the active one, the other way round. */
  readonly sortHref: (sort: AgingSort) => Route;
}

/** The header row: every column sorts. */
export function AgingHead({ labels, sort, descending, sortHref }: AgingHeadProps) {
  const cell = (key: AgingSort, children: React.ReactNode, className = '') => (
    <th
      key={key}
      scope="col"
      className={className}
      aria-sort={sort === key ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <Link
        href={sortHref(key)}
        scroll={false}
        className={`inline-flex min-h-6 items-center gap-1.5 hover:text-foreground ${sort === key ? 'text-foreground' : ''}`}
      >
        {sort === key &&
          (descending ? (
            <ArrowDown aria-hidden className="size-3" />
          ) : (
            <ArrowUp aria-hidden className="size-3" />
          ))}
        {children}
      </Link>
    </th>
  );
  return (
    <thead>
      <tr>
        {cell('name', 'Customer', 'w-[232px]')}
        <th scope="col" className="w-[96px] print:hidden">
          <span className="sr-only">Shape</span>
        </th>
        {labels.map((label, i) =>
          cell(
            bucketSort(i),
            <>
              <BucketDot index={i} buckets={labels.length} />
              {label}
            </>,
            'num',
          ),
        )}
        {cell('credits', 'Unapplied', 'num')}
        {cell('total', 'Total', 'num')}
      </tr>
    </thead>
  );
}
