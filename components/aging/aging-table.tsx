import type { Route } from 'next';
import type { AgingView } from '@/db/queries/aging-view';
import type { OpenItemRow } from '@/db/queries/open-items';
import type { OpenPart } from '@/lib/aging-open';
import type { AgingTaste } from '@/lib/aging-taste';
import type { PlainDate } from '@/lib/domain/dates';
import type { AgingFilters } from '@/lib/filters';
import { formatCount, formatDay } from '@/lib/format';
import { AgingBody } from './aging-body';
import { AgingFoot } from './aging-foot';
import { AgingHead } from './aging-head';
import { columnsOf } from './columns';

/** The same page with some parameters changed; null takes one out. */
export type Href = (changes: Readonly<Record<string, string | number | readonly string[] | null>>) => Route;

/** What the table is drawn from. */
export interface AgingTableProps {
  readonly view: AgingView;
  readonly filters: AgingFilters;
  readonly labels: readonly string[];
  readonly today: PlainDate;
  /** What is shown of each customer that is unfolded, and the items of it. */
  readonly unfolded: ReadonlyMap<string, OpenPart>;
  readonly items: ReadonlyMap<string, readonly OpenItemRow[]>;
  /** A list this long was cut. */
  readonly maxItems: number;
  readonly taste: AgingTaste;
  readonly mayApply: boolean;
  readonly href: Href;
}

/** What a line of each grouping is called: as a heading, and counted. */
const LINES = {
  customer: ['Customer', 'customer', 'customers'],
  parent: ['Family', 'family', 'families'],
  owner: ['Owner', 'owner', 'owners'],
  tag: ['Tag', 'tag', 'tags'],
  item: ['Item', 'item', 'items'],
} as const;

/** ", 1 owes nothing": has money on the account and no invoice. Nothing when all owe, or a line is none of a customer. */
function owingNothing(view: AgingView): string {
  if (view.by !== 'customer') return '';
  const count = view.report.customerCount - view.report.owingCount;
  return count === 0 ? '' : `, ${formatCount(count)} ${count === 1 ? 'owes' : 'owe'} nothing`;
}

/** The report: a line per customer, group or item, and totals of all that the filters match. */
export function AgingTable(props: AgingTableProps) {
  const { view, filters, labels, taste, href } = props;
  const { currency, asOf, groupBy } = filters;
  const [heading, one, many] = LINES[groupBy];
  const columns = columnsOf(taste, labels.length);
  return (
    <div className="tbl-scroll" data-table-keys>
      <table className={`tbl tbl-sticky tbl-aging ${taste.density === 'compact' ? 'tbl-sm' : ''}`}>
        <caption className="sr-only">
          Aged receivables as of {formatDay(asOf)}, by {filters.basis} date, in {currency}, a line per {one}
        </caption>
        <AgingHead heading={heading} labels={labels} filters={filters} columns={columns} href={href} />
        <tbody>
          <AgingBody {...props} columns={columns} />
        </tbody>
        <AgingFoot
          totals={view.report.totals}
          of={formatCount(view.count, one, many) + owingNothing(view)}
          labels={labels}
          currency={currency}
          columns={columns}
        />
      </table>
    </div>
  );
}
