import type { Route } from 'next';
import { Fragment } from 'react';
import type { AgingReport } from '@/db/queries/aging';
import type { OpenItemRow } from '@/db/queries/open-items';
import type { AgingSort } from '@/lib/aging-sort';
import type { PlainDate } from '@/lib/domain/dates';
import type { AgingFilters } from '@/lib/filters';
import { formatDay } from '@/lib/format';
import { route } from '@/lib/url';
import { AgingFoot } from './aging-foot';
import { AgingHead } from './aging-head';
import { CustomerRow } from './aging-rows';
import { ItemRows } from './item-rows';

/** The same page with some parameters changed; null takes one out. */
export type Href = (changes: Readonly<Record<string, string | readonly string[] | null>>) => Route;

interface AgingTableProps {
  readonly report: AgingReport;
  readonly filters: AgingFilters;
  readonly labels: readonly string[];
  readonly today: PlainDate;
  /** The items of each customer that is unfolded. */
  readonly items: ReadonlyMap<string, readonly OpenItemRow[]>;
  /** A list this long was cut. */
  readonly maxItems: number;
  readonly mayApply: boolean;
  readonly href: Href;
}

/** The report: a line per customer, its items in place when unfolded, totals of all that the filters match. */
export function AgingTable({
  report,
  filters,
  labels,
  today,
  items,
  maxItems,
  mayApply,
  href,
}: AgingTableProps) {
  const { currency, asOf } = filters;
  const unfolded = [...items.keys()];
  return (
    <div className="tbl-scroll" data-table-keys>
      <table className="tbl tbl-sm tbl-sticky tbl-aging">
        <caption className="sr-only">
          Aged receivables as of {formatDay(asOf)}, by {filters.basis} date, in {currency}
        </caption>
        <AgingHead
          labels={labels}
          sort={filters.sort}
          descending={filters.descending}
          sortHref={(sort) => href({ sort, dir: nextDirection(filters, sort), page: null })}
        />
        <tbody>
          {report.rows.map((row) => {
            const shown = items.get(row.customerId);
            const others = unfolded.filter((id) => id !== row.customerId);
            const customerHref = route(`/customers/${row.customerId}?asOf=${asOf}`);
            return (
              <Fragment key={row.customerId}>
                <CustomerRow
                  row={row}
                  labels={labels}
                  currency={currency}
                  isOpen={shown !== undefined}
                  toggleHref={href({ open: shown ? others : [...unfolded, row.customerId] })}
                  customerHref={customerHref}
                />
                {shown && (
                  <ItemRows
                    items={shown}
                    labels={labels}
                    today={today}
                    moreHref={shown.length === maxItems ? customerHref : null}
                    mayApply={mayApply}
                  />
                )}
              </Fragment>
            );
          })}
        </tbody>
        <AgingFoot
          totals={report.totals}
          customerCount={report.customerCount}
          labels={labels}
          currency={currency}
        />
      </table>
    </div>
  );
}

/** The first click on money sorts the largest first, credits being below 0, on names from A; the next turns it round. */
function nextDirection({ sort, descending }: AgingFilters, wanted: AgingSort): 'asc' | 'desc' {
  if (sort === wanted) return descending ? 'asc' : 'desc';
  return wanted === 'name' || wanted === 'credits' ? 'asc' : 'desc';
}
