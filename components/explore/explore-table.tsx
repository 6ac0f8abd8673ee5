import type { Route } from 'next';
import Link from 'next/link';
import { Late } from '@/components/late';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import { SelectAll, SelectRow } from '@/components/select-cells';
import { SortHeader } from '@/components/sort-header';
import type { ExploreSums } from '@/db/queries/explore';
import type { ExploreRow } from '@/db/queries/explore-rows';
import { documentHref } from '@/lib/document-href';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import type { ExploreFilters } from '@/lib/explore-filters';
import { type ExploreSort, FIRST_DIRECTION } from '@/lib/explore-sort';
import { itemsWords } from '@/lib/explore-words';
import { formatDay } from '@/lib/format';
import { type ParamChanges, route } from '@/lib/url';
import { StatusBadges } from './status-badges';

interface ExploreTableProps {
  readonly rows: readonly ExploreRow[];
  /** Sums over all that match, not the page. */
  readonly matched: ExploreSums;
  readonly filters: ExploreFilters;
  readonly today: PlainDate;
  readonly href: (changes: ParamChanges) => Route;
}

const COLUMNS: readonly { sort: ExploreSort; label: string; className: string }[] = [
  { sort: 'number', label: 'Invoice', className: 'max-md:pl-4!' },
  { sort: 'customer', label: 'Customer', className: 'max-md:hidden' },
  { sort: 'owner', label: 'Owner', className: 'max-[1400px]:hidden' },
  { sort: 'due', label: 'Due', className: 'max-xl:hidden' },
  { sort: 'late', label: 'Age', className: 'max-md:hidden' },
  { sort: 'status', label: 'Status', className: 'max-lg:hidden' },
  { sort: 'open', label: 'Open', className: 'num' },
];

/** A page of the open items that match, and their sum over all pages. A phone shows two lines a row. */
export function ExploreTable({ rows, matched, filters, today, href }: ExploreTableProps) {
  const { sort: current, descending, currency } = filters;
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Open invoices that match, in {currency}</caption>
      <thead>
        <tr>
          <SelectAll />
          {COLUMNS.map(({ sort, label, className }) => {
            const first = FIRST_DIRECTION[sort];
            const other = descending ? 'asc' : 'desc';
            return (
              <SortHeader
                key={sort}
                label={sort === 'open' ? `Open, ${currency}` : label}
                direction={sort === current ? (descending ? 'desc' : 'asc') : null}
                href={href({ sort, dir: sort === current ? other : first })}
                className={className}
              />
            );
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.itemId} row={row} filters={filters} today={today} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="max-md:hidden" />
          <th scope="row" className="max-md:pl-4!">
            {itemsWords(matched, filters)}
          </th>
          <td className="max-md:hidden" />
          <td className="max-[1400px]:hidden" />
          <td className="max-xl:hidden" />
          <td className="max-md:hidden" />
          <td className="max-lg:hidden" />
          <td className="num">
            <Money amount={matched.openMinor} currency={currency} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

interface RowProps {
  readonly row: ExploreRow;
  readonly filters: ExploreFilters;
  readonly today: PlainDate;
}

function Row({ row, filters: { currency, bounds }, today }: RowProps) {
  const late = row.amountMinor > 0 ? <Late days={row.days} bounds={bounds} /> : 'Unapplied';
  const name = row.kind === 'invoice' ? row.number : `${KIND_NAMES[row.kind]} ${row.number}`;
  return (
    <tr data-row>
      <SelectRow id={row.itemId} name={name} amount={row.openMinor} />
      <th scope="row" className={`max-md:pl-4! ${PHONE_CELL}`}>
        <Link href={documentHref(row)} data-row-link className="fig hover:underline">
          {name}
          {row.instalment > 1 && `, part ${row.instalment}`}
        </Link>
        <span className="block font-normal md:hidden">{row.customer}</span>
        <span className="flex flex-wrap gap-2 font-normal text-muted-foreground md:hidden">
          {late}
          <StatusBadges row={row} currency={currency} today={today} />
        </span>
      </th>
      <td className="max-w-[240px] truncate max-[1400px]:max-w-[190px] max-md:hidden">
        <Link href={route(`/customers/${row.customerId}`)} className="hover:underline" title={row.customer}>
          {row.customer}
        </Link>
      </td>
      <td className="text-muted-foreground max-[1400px]:hidden">
        {row.owner ?? <span className="z">–</span>}
      </td>
      <td className="fig text-muted-foreground max-xl:hidden">{formatDay(row.dueOn, { today })}</td>
      <td className="max-md:hidden">{late}</td>
      <td className="max-lg:hidden">
        <StatusBadges row={row} currency={currency} today={today} />
      </td>
      <td className="num">
        <Money amount={row.openMinor} currency={currency} />
      </td>
    </tr>
  );
}
