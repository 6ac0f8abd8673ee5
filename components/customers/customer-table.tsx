import type { Route } from 'next';
import { SelectAll } from '@/components/select-cells';
import { SortHeader } from '@/components/sort-header';
import type { CustomerList } from '@/db/queries/customer-list';
import type { CustomerStanding } from '@/db/queries/customer-standing';
import type { CustomerFilters } from '@/lib/customer-filters';
import { type CustomerSort, FIRST_DIRECTION } from '@/lib/customer-sort';
import type { PlainDate } from '@/lib/domain/dates';
import type { ParamChanges } from '@/lib/url';
import { CustomerRowCells } from './customer-row';
import { CustomerTotalsRows } from './customer-totals';

interface CustomerTableProps {
  readonly list: CustomerList;
  readonly standings: ReadonlyMap<string, CustomerStanding>;
  readonly filters: CustomerFilters;
  readonly bounds: readonly number[];
  readonly today: PlainDate;
  readonly href: (changes: ParamChanges) => Route;
}

/** A column: what it sorts by (null: nothing), its head, and where it is left out. */
const COLUMNS: readonly {
  readonly sort: CustomerSort | null;
  readonly label: string;
  readonly className: string;
}[] = [
  { sort: 'name', label: 'Customer', className: 'max-md:pl-4!' },
  { sort: 'owner', label: 'Owner', className: 'max-xl:hidden' },
  { sort: null, label: 'Tags', className: 'max-[1400px]:hidden' },
  { sort: 'terms', label: 'Terms', className: 'max-[1400px]:hidden' },
  { sort: 'health', label: 'Health', className: 'max-lg:hidden' },
  { sort: null, label: 'Last paid', className: 'max-xl:hidden' },
  { sort: 'oldest', label: 'Oldest', className: 'max-md:hidden' },
  { sort: 'late', label: 'Late', className: 'num max-md:hidden' },
  { sort: 'unapplied', label: 'Unapplied', className: 'num max-lg:hidden' },
  { sort: 'balance', label: 'Balance', className: 'num' },
];

/** Customers with what each owes in one currency, and totals over all that match. A phone shows two lines a row. */
export function CustomerTable({ list, standings, filters, bounds, today, href }: CustomerTableProps) {
  const { sort: current, descending, currency } = filters;
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Customers, with amounts in {currency}</caption>
      <thead>
        <tr>
          <SelectAll />
          {COLUMNS.map(({ sort, label, className }) =>
            sort === null ? (
              <th key={label} scope="col" className={className}>
                {label}
              </th>
            ) : (
              <SortHeader
                key={label}
                label={sort === 'balance' ? `Balance, ${currency}` : label}
                direction={sort === current ? (descending ? 'desc' : 'asc') : null}
                href={href({
                  sort,
                  dir: sort === current ? (descending ? 'asc' : 'desc') : FIRST_DIRECTION[sort],
                })}
                className={className}
              />
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <CustomerRowCells
            key={row.id}
            row={row}
            standing={standings.get(row.id)}
            currency={currency}
            bounds={bounds}
            today={today}
          />
        ))}
      </tbody>
      <tfoot>
        <CustomerTotalsRows list={list} currency={currency} />
      </tfoot>
    </table>
  );
}
