import { BucketDot } from '@/components/bucket-dot';
import { SortHeader } from '@/components/sort-header';
import { type AgingSort, bucketSort } from '@/lib/aging-sort';
import type { AgingFilters } from '@/lib/filters';
import type { Href } from './aging-table';
import type { Columns } from './columns';

interface AgingHeadProps {
  /** What a line stands for. */
  readonly heading: string;
  readonly labels: readonly string[];
  readonly filters: Pick<AgingFilters, 'sort' | 'descending'>;
  readonly columns: Columns;
  readonly href: Href;
}

/** The header row: every column sorts, and the active one turns round when it is asked for again. */
export function AgingHead({ heading, labels, filters, columns, href }: AgingHeadProps) {
  const { sort, descending } = filters;
  const cell = (key: AgingSort, label: React.ReactNode, className: string) => (
    <SortHeader
      key={key}
      label={label}
      className={className}
      direction={sort === key ? (descending ? 'desc' : 'asc') : null}
      href={href({ sort: key, dir: nextDirection(filters, key), page: null })}
    />
  );
  return (
    <thead>
      <tr>
        {cell('name', heading, 'w-[232px]')}
        <th scope="col" className={`w-[96px] ${columns.shape}`}>
          <span className="sr-only">Shape</span>
        </th>
        {labels.map((label, i) =>
          cell(
            bucketSort(i),
            <>
              <BucketDot index={i} buckets={labels.length} />
              {label}
            </>,
            `num ${columns.bucket(i)}`,
          ),
        )}
        {cell('credits', 'Unapplied', `num ${columns.credits}`)}
        {cell('oldest', 'Oldest', `num ${columns.oldest}`)}
        {cell('late', 'Late', `num ${columns.late}`)}
        {cell('total', 'Total', 'num')}
      </tr>
    </thead>
  );
}

/** The first click on money sorts the largest first, credits being below 0, on names from A; the next turns it round. */
function nextDirection(
  { sort, descending }: Pick<AgingFilters, 'sort' | 'descending'>,
  wanted: AgingSort,
): 'asc' | 'desc' {
  if (sort === wanted) return descending ? 'asc' : 'desc';
  return wanted === 'name' || wanted === 'credits' ? 'asc' : 'desc';
}
