import type { Route } from 'next';
import Link from 'next/link';
import { Money } from '@/components/money';
import type { OpenItemRow } from '@/db/queries/open-items';
import { documentHref } from '@/lib/document-href';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { formatCount, formatDay } from '@/lib/format';
import type { Columns } from './columns';

interface ItemRowsProps {
  readonly items: readonly (OpenItemRow & { readonly customer?: string })[];
  readonly labels: readonly string[];
  readonly today: PlainDate;
  readonly columns: Columns;
  /** Where more than `items` are listed; null when these are all. */
  readonly moreHref: Route | null;
  /** Whether credit may be applied by the reader. */
  readonly mayApply: boolean;
}

/**
 * Items, each amount in its own bucket's column, unapplied money in its own: those behind a customer's line, or with the
 * customer's name lines of their own.
 */
export function ItemRows({ items, moreHref, ...rest }: ItemRowsProps) {
  return (
    <>
      {items.map((item) => (
        <ItemRow key={item.itemId} item={item} {...rest} />
      ))}
      {moreHref && (
        <tr className="detail">
          <td colSpan={rest.columns.count}>
            <Link href={moreHref} className="link ml-[22px]">
              Only the first {items.length} are shown. See them all
            </Link>
          </td>
        </tr>
      )}
    </>
  );
}

type ItemRowProps = Omit<ItemRowsProps, 'items' | 'moreHref'> & {
  readonly item: ItemRowsProps['items'][number];
};

function ItemRow({ item, labels, today, columns, mayApply }: ItemRowProps) {
  const isCredit = item.amountMinor < 0;
  const isOwn = item.customer !== undefined;
  return (
    <tr className={isOwn ? '' : 'detail'} data-row>
      <td>
        <Link
          href={documentHref(item)}
          data-row-link
          className={`fig text-foreground hover:underline ${isOwn ? 'font-medium' : 'ml-[22px]'}`}
        >
          {isCredit ? `${KIND_NAMES[item.kind]} ${item.number}` : item.number}
        </Link>
        <span className="ml-2 text-meta text-muted-foreground">{item.customer ?? dayOf(item, today)}</span>
      </td>
      <td className={`text-meta ${columns.shape}`}>{isCredit ? null : age(item.days)}</td>
      {labels.map((label, i) => (
        <td key={label} className={`num ${columns.bucket(i)}`}>
          {!isCredit && item.bucket === i && <Money amount={item.openMinor} currency={item.currency} />}
        </td>
      ))}
      <td className={`num ${columns.credits} ${isCredit ? 'text-positive' : ''}`}>
        {isCredit && <Money amount={item.openMinor} currency={item.currency} />}
      </td>
      <td className={`num fig ${columns.oldest}`}>
        {!isCredit && item.days > 0 ? `${formatCount(item.days)} d` : null}
      </td>
      <td className={columns.late} />
      <td className="num">
        {isCredit && mayApply && (
          <Link
            href={`/customers/${item.customerId}?apply=${item.itemId}`}
            className="link text-meta print:hidden"
          >
            Apply
          </Link>
        )}
        {isOwn && !(isCredit && mayApply) && <Money amount={item.openMinor} currency={item.currency} />}
      </td>
    </tr>
  );
}

function dayOf(item: OpenItemRow, today: PlainDate): string {
  return item.amountMinor < 0
    ? `${formatDay(item.documentDate, { today })}, not applied yet`
    : `due ${formatDay(item.dueOn, { today })}`;
}

function age(days: number): string {
  if (days > 0) return `${formatCount(days)} late`;
  return days === 0 ? 'today' : `in ${formatCount(-days)} d`;
}
