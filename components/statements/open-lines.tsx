import { BucketDot } from '@/components/bucket-dot';
import { Money } from '@/components/money';
import type { StatementPaper } from '@/db/queries/statement-paper';
import { bucketOf, daysPastDue } from '@/lib/domain/aging';
import { KIND_NAMES } from '@/lib/domain/documents';
import { toMinor } from '@/lib/domain/money';
import { currencyName, formatDay } from '@/lib/format';
import { PAPER_ROW, PaperHead } from './paper-head';

interface OpenLinesProps {
  readonly content: Extract<StatementPaper, { kind: 'open-item' }>;
}

type Item = OpenLinesProps['content']['found']['items'][number];

/** What is unpaid, item by item, each with what was applied to it. */
export function OpenLines({ content }: OpenLinesProps) {
  const { found, currency } = content;
  return (
    <table className="w-full min-w-[560px]">
      <caption className="sr-only">What is unpaid, in {currency}</caption>
      <PaperHead left={['Document', 'Issued', 'Due', 'Days late']} right={['Amount', 'Still owed']} />
      <tbody>
        {found.items.map((item) => (
          <ItemLines key={item.itemId} item={item} content={content} />
        ))}
      </tbody>
      <tfoot>
        <tr className="[&>*]:border-t [&>*]:border-foreground [&>*]:pt-2.5">
          <th scope="row" colSpan={5} className="text-left font-semibold">
            Total owed, {currencyName(currency)}
          </th>
          <td className="text-right font-semibold">
            <Money amount={found.balanceMinor} currency={currency} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function ItemLines({ item, content: { asOf, bounds, currency } }: OpenLinesProps & { readonly item: Item }) {
  const isDebit = item.amountMinor > 0;
  const days = daysPastDue(item.dueOn, asOf);
  return (
    <>
      <tr className={PAPER_ROW}>
        <th scope="row" className="text-left font-medium">
          {item.kind === 'invoice' ? item.number : `${KIND_NAMES[item.kind]} ${item.number}`}
          {!isDebit && (
            <span className="block font-normal text-muted-foreground">not yet matched to an invoice</span>
          )}
        </th>
        <td>{formatDay(item.documentDate)}</td>
        <td>{isDebit ? formatDay(item.dueOn) : '–'}</td>
        <td>
          {isDebit && days > 0 ? (
            <span className="inline-flex items-center gap-1.5">
              <BucketDot index={bucketOf(days, bounds)} buckets={bounds.length + 1} />
              {days}
            </span>
          ) : (
            '–'
          )}
        </td>
        <td className="text-right">
          <Money amount={item.amountMinor} currency={currency} />
        </td>
        <td className="text-right">
          <Money amount={item.openMinor} currency={currency} />
        </td>
      </tr>
      {item.applied.map((each, i) => (
        <tr key={`${each.number} ${i + 1}`} className="text-muted-foreground [&>*]:pb-2">
          <td className="pl-4">
            {isDebit ? 'less' : 'used for'} {KIND_NAMES[each.kind].toLowerCase()} {each.number}
          </td>
          <td>{formatDay(each.effectiveOn)}</td>
          <td />
          <td />
          <td className="text-right">
            <Money amount={toMinor(isDebit ? -each.amountMinor : each.amountMinor)} currency={currency} />
          </td>
          <td />
        </tr>
      ))}
    </>
  );
}
