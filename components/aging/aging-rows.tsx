import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { AgingBar } from '@/components/aging-bar';
import { Money } from '@/components/money';
import type { AgingRow } from '@/db/queries/aging';

interface CustomerRowProps {
  readonly row: AgingRow;
  readonly labels: readonly string[];
  readonly currency: string;
  readonly isOpen: boolean;
  /** The same page with this customer's items shown, or hidden again. */
  readonly toggleHref: Route;
  readonly customerHref: Route;
}

/** One customer's line: its name leads to the customer, the chevron to its items in place. */
export function CustomerRow({ row, labels, currency, isOpen, toggleHref, customerHref }: CustomerRowProps) {
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <tr className={isOpen ? 'on' : ''} data-row id={`c-${row.customerId}`}>
      <th scope="row">
        <span className="flex items-center gap-1">
          <Link
            href={toggleHref}
            scroll={false}
            data-row-expand
            role="button"
            aria-expanded={isOpen}
            aria-label={`Items of ${row.customer}`}
            className="-ml-1.5 grid size-6 shrink-0 place-items-center text-subtle hover:text-foreground print:hidden"
          >
            <Chevron aria-hidden className="size-3.5" />
          </Link>
          <Link href={customerHref} data-row-link className="truncate hover:underline" title={row.customer}>
            {row.customer}
          </Link>
        </span>
      </th>
      <td className="print:hidden">
        <AgingBar amounts={row.bucketsMinor} labels={labels} currency={currency} />
      </td>
      {row.bucketsMinor.map((amount, i) => (
        <td key={labels[i]} className="num">
          <Money amount={amount} currency={currency} zero="dash" />
        </td>
      ))}
      <td className={`num ${row.creditsMinor < 0 ? 'text-positive' : ''}`}>
        <Money amount={row.creditsMinor} currency={currency} zero="dash" />
      </td>
      <td className="num font-semibold">
        <Money amount={row.totalMinor} currency={currency} />
      </td>
    </tr>
  );
}
