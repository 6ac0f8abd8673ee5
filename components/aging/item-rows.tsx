import type { Route } from 'next';
import Link from 'next/link';
import { Money } from '@/components/money';
import type { OpenItemRow } from '@/db/queries/open-items';
import { documentHref } from '@/lib/document-href';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { formatCount, formatDay } from '@/lib/format';

interface ItemRowsProps {
  readonly items: readonly OpenItemRow[];
  readonly labels: readonly string[];
  readonly today: PlainDate;
  /** Where more than `items` are listed; null when these are all. */
  readonly moreHref: Route | null;
  /** Whether credit may be applied by the reader. */
  readonly mayApply: boolean;
}

/** The items behind one customer's line, each amount in its own bucket's column, unapplied money in its own. */
export function ItemRows({ items, labels, today, moreHref, mayApply }: ItemRowsProps) {
  return (
    <>
      {items.map((item) => (
        <ItemRow key={item.itemId} item={item} labels={labels} today={today} mayApply={mayApply} />
      ))}
      {moreHref && (
        <tr className="detail">
          <td colSpan={labels.length + 4}>
            <Link href={moreHref} className="link ml-[22px]">
              Only the first {items.length} are shown. See them all
            </Link>
          </td>
        </tr>
      )}
    </>
  );
}

interface ItemRowProps {
  readonly item: OpenItemRow;
  readonly labels: readonly string[];
  readonly today: PlainDate;
  readonly mayApply: boolean;
}

function ItemRow({ item, labels, today, mayApply }: ItemRowProps) {
  const isCredit = item.amountMinor < 0;
  return (
    <tr className="detail" data-row>
      <td>
        <Link
          href={documentHref(item)}
          data-row-link
          className="fig ml-[22px] text-foreground hover:underline"
        >
          {isCredit ? `${KIND_NAMES[item.kind]} ${item.number}` : item.number}
        </Link>
        <span className="ml-2 text-meta">
          {isCredit
            ? `${formatDay(item.documentDate, { today })}, not applied yet`
            : `due ${formatDay(item.dueOn, { today })}`}
        </span>
      </td>
      <td className="text-meta print:hidden">{isCredit ? null : age(item.days)}</td>
      {labels.map((label, i) => (
        <td key={label} className="num">
          {!isCredit && item.bucket === i && <Money amount={item.openMinor} currency={item.currency} />}
        </td>
      ))}
      <td className={`num ${isCredit ? 'text-positive' : ''}`}>
        {isCredit && <Money amount={item.openMinor} currency={item.currency} />}
      </td>
      <td className="num">
        {isCredit && mayApply && (
          <Link
            href={`/customers/${item.customerId}?apply=${item.itemId}`}
            className="link text-meta print:hidden"
          >
            Apply
          </Link>
        )}
      </td>
    </tr>
  );
}

function age(days: number): string {
  if (days > 0) return `${formatCount(days)} late`;
  return days === 0 ? 'today' : `in ${formatCount(-days)} d`;
}
