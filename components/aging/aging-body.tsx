import { Fragment } from 'react';
import type { AgingRow } from '@/db/queries/aging';
import { type OpenPart, toggled } from '@/lib/aging-open';
import { NO_LABEL, NONE } from '@/lib/filters';
import { route } from '@/lib/url';
import { CustomerRow } from './aging-rows';
import type { AgingTableProps } from './aging-table';
import type { Columns } from './columns';
import { GroupRow } from './group-row';
import { ItemRows } from './item-rows';

type AgingBodyProps = AgingTableProps & { readonly columns: Columns };

/** The lines of the report in their grouping. */
export function AgingBody(props: AgingBodyProps) {
  const { view, filters, href, mayApply, ...look } = props;
  const { labels, columns, today } = look;
  const { currency } = filters;
  if (view.by === 'item')
    return (
      <ItemRows
        items={view.report.rows}
        labels={labels}
        columns={columns}
        today={today}
        moreHref={null}
        mayApply={mayApply}
      />
    );
  if (view.by === 'customer' && filters.groupBy === 'customer')
    return view.report.rows.map((row) => (
      <Fragment key={row.customerId}>
        <Customer {...props} row={row} />
      </Fragment>
    ));
  const lines =
    view.by === 'group'
      ? view.report.rows.map((line) => ({
          key: line.label ?? '',
          line,
          name: line.label ?? NO_LABEL[view.of],
          customerCount: line.customerCount,
          only: { [view.of]: line.label ?? NONE },
        }))
      : view.report.rows.map((line) => ({
          key: line.customerId,
          line,
          name: line.customer,
          customerCount: null,
          only: { customer: line.customerId, family: '1' },
        }));
  return lines.map(({ key, only, ...line }) => (
    <GroupRow
      key={key}
      {...line}
      labels={labels}
      currency={currency}
      columns={columns}
      partHref={(part) => href({ ...only, group: null, page: null, open: null, ...narrowedTo(part) })}
    />
  ));
}

function narrowedTo(part: OpenPart): Readonly<Record<string, string | number>> {
  if (part === 'all') return {};
  return part === 'credits' ? { sort: 'credits', dir: 'asc' } : { bucket: part };
}

function Customer(props: AgingBodyProps & { readonly row: AgingRow }) {
  const { row, filters, labels, columns, today, unfolded, items, maxItems, mayApply, href } = props;
  const shown = items.get(row.customerId);
  const customerHref = route(`/customers/${row.customerId}?asOf=${filters.asOf}`);
  return (
    <>
      <CustomerRow
        row={row}
        labels={labels}
        currency={filters.currency}
        columns={columns}
        isOpen={shown !== undefined}
        toggleHref={(part) => {
          const isShown = part === 'all' && unfolded.has(row.customerId);
          return href({
            open: isShown
              ? toggled(unfolded, row.customerId, unfolded.get(row.customerId) ?? 'all')
              : toggled(unfolded, row.customerId, part),
          });
        }}
        customerHref={customerHref}
      />
      {shown && (
        <ItemRows
          items={shown}
          labels={labels}
          columns={columns}
          today={today}
          moreHref={shown.length === maxItems ? customerHref : null}
          mayApply={mayApply}
        />
      )}
    </>
  );
}
