import type { Route } from 'next';
import Link from 'next/link';
import { Late } from '@/components/late';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import { SortHeader } from '@/components/sort-header';
import { Badge } from '@/components/ui/badge';
import type { CustomerList, CustomerRow } from '@/db/queries/customers';
import type { CustomerFilters, CustomerSort } from '@/lib/customer-filters';
import { formatCount } from '@/lib/format';

interface CustomerTableProps {
  readonly list: CustomerList;
  readonly filters: CustomerFilters;
  readonly currency: string;
  readonly bounds: readonly number[];
  /** The same page sorted so. */
  readonly sortHref: (sort: CustomerSort, direction: 'asc' | 'desc') => Route;
}

/** Customers with what each owes in one currency, and totals over all that match. A phone shows two lines a row. */
export function CustomerTable({ list, filters, currency, bounds, sortHref }: CustomerTableProps) {
  const head = (sort: CustomerSort, label: string, className = '') => {
    const isActive = filters.sort === sort;
    const first = sort === 'name' ? 'asc' : 'desc';
    const turned = filters.descending ? 'asc' : 'desc';
    return (
      <SortHeader
        label={label}
        direction={isActive ? (filters.descending ? 'desc' : 'asc') : null}
        href={sortHref(sort, isActive ? turned : first)}
        className={className}
      />
    );
  };
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Customers, with amounts in {currency}</caption>
      <thead>
        <tr>
          {head('name', 'Customer')}
          <th scope="col" className="max-xl:hidden">
            Code
          </th>
          <th scope="col" className="num max-xl:hidden">
            Open invoices
          </th>
          {head('oldest', 'Oldest', 'max-md:hidden')}
          {head('late', 'Late', 'num max-md:hidden')}
          <th scope="col" className="num max-md:hidden">
            Unapplied
          </th>
          {head('balance', `Balance, ${currency}`, 'num')}
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <Row key={row.id} row={row} currency={currency} bounds={bounds} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total, {formatCount(list.customerCount, 'customer')}</th>
          <td className="max-xl:hidden" />
          <td className="max-xl:hidden" />
          <td className="max-md:hidden" />
          <td className="num max-md:hidden">
            <Money amount={list.totals.lateMinor} currency={currency} />
          </td>
          <td className={`num max-md:hidden ${list.totals.creditsMinor < 0 ? 'text-positive!' : ''}`}>
            <Money amount={list.totals.creditsMinor} currency={currency} />
          </td>
          <td className="num">
            <Money amount={list.totals.totalMinor} currency={currency} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

interface RowProps {
  readonly row: CustomerRow;
  readonly currency: string;
  readonly bounds: readonly number[];
}

function Row({ row, currency, bounds }: RowProps) {
  const late = row.oldestDays === null ? null : <Late days={row.oldestDays} bounds={bounds} />;
  return (
    <tr data-row>
      <th scope="row" className={PHONE_CELL}>
        <Link href={`/customers/${row.id}`} data-row-link className="hover:underline">
          {row.name}
        </Link>
        {row.isArchived && (
          <span className="ml-2">
            <Badge>Archived</Badge>
          </span>
        )}
        {row.otherCurrencies.length > 0 && (
          <span className="ml-2 text-meta font-normal text-subtle">
            also {row.otherCurrencies.join(', ')}
          </span>
        )}
        <span className="block font-normal text-muted-foreground md:hidden">{late ?? 'nothing late'}</span>
      </th>
      <td className="text-muted-foreground max-xl:hidden">{row.code}</td>
      <td className="num text-muted-foreground max-xl:hidden">
        {row.openCount === 0 ? <Dash /> : row.openCount}
      </td>
      <td className="max-md:hidden">{late}</td>
      <td className="num max-md:hidden">
        <Money amount={row.lateMinor} currency={currency} zero="dash" />
      </td>
      <td className={`num max-md:hidden ${row.creditsMinor < 0 ? 'text-positive' : ''}`}>
        <Money amount={row.creditsMinor} currency={currency} zero="dash" />
      </td>
      <td className="num font-medium">
        <Money amount={row.totalMinor} currency={currency} zero="dash" />
      </td>
    </tr>
  );
}

function Dash() {
  return <span className="z">–</span>;
}
