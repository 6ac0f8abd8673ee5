import type { Route } from 'next';
import Link from 'next/link';
import { formatCount } from '@/lib/format';
import type { Columns } from './columns';
import { type Line, LineCells } from './line-cells';

interface GroupRowProps {
  readonly line: Line;
  readonly name: string;
  /** How many customers it sums up; null where that is not counted. */
  readonly customerCount: number | null;
  readonly labels: readonly string[];
  readonly currency: string;
  readonly columns: Columns;
  /** The report of these customers alone; of one bucket's, or with their credits first, when a part is given. */
  readonly partHref: (part: number | 'credits' | 'all') => Route;
}

/** The line of an owner, a tag or a family: it leads to the report narrowed to it. */
export function GroupRow({ line, name, customerCount, partHref, ...cells }: GroupRowProps) {
  return (
    <tr data-row>
      <th scope="row">
        <span className="flex items-baseline gap-2">
          <Link href={partHref('all')} data-row-link className="truncate hover:underline" title={name}>
            {name}
          </Link>
          {customerCount !== null && (
            <span className="shrink-0 text-meta font-normal text-subtle">
              {formatCount(customerCount, 'customer')}
            </span>
          )}
        </span>
      </th>
      <LineCells line={line} name={name} partHref={partHref} {...cells} />
    </tr>
  );
}
