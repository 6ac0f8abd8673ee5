import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { AgingRow } from '@/db/queries/aging';
import type { OpenPart } from '@/lib/aging-open';
import type { Columns } from './columns';
import { LineCells } from './line-cells';

interface CustomerRowProps {
  readonly row: AgingRow;
  readonly labels: readonly string[];
  readonly currency: string;
  readonly columns: Columns;
  readonly isOpen: boolean;
  /** The same page with this part of the customer's items shown, or hidden again. */
  readonly toggleHref: (part: OpenPart) => Route;
  readonly customerHref: Route;
}

/** One customer's line: its name leads to the customer, the chevron and every amount to the items in place. */
export function CustomerRow({ row, isOpen, toggleHref, customerHref, ...cells }: CustomerRowProps) {
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <tr className={isOpen ? 'on' : ''} data-row id={`c-${row.customerId}`}>
      <th scope="row">
        <span className="flex items-center gap-1">
          <Link
            href={toggleHref('all')}
            scroll={false}
            prefetch={false}
            data-row-expand
            role="button"
            aria-expanded={isOpen}
            aria-label={`Items of ${row.customer}`}
            className="-ml-1.5 grid size-6 shrink-0 place-items-center text-subtle hover:text-foreground print:hidden"
          >
            <Chevron aria-hidden className="size-3.5" />
          </Link>
          <Link
            href={customerHref}
            data-row-link
            className="max-w-[360px] truncate hover:underline print:whitespace-normal"
            title={row.customer}
          >
            {row.customer}
          </Link>
        </span>
      </th>
      <LineCells line={row} name={row.customer} partHref={toggleHref} {...cells} />
    </tr>
  );
}
