import { Money } from '@/components/money';
import type { StatementPaper } from '@/db/queries/statement-paper';
import { KIND_NAMES } from '@/lib/domain/documents';
import { formatDay } from '@/lib/format';
import { PAPER_ROW, PaperHead } from './paper-head';

interface ActivityLinesProps {
  readonly content: Extract<StatementPaper, { kind: 'activity' }>;
}

/** What happened from day to day: the opening balance, every document with the balance after it, the closing balance. */
export function ActivityLines({ content: { found, from, asOf, currency } }: ActivityLinesProps) {
  const { openingMinor, lines, closingMinor } = found;
  return (
    <table className="w-full min-w-[480px]">
      <caption className="sr-only">What happened, in {currency}</caption>
      <PaperHead left={['Document', 'Date']} right={['Amount', 'Balance']} />
      <tbody>
        <tr className={PAPER_ROW}>
          <th scope="row" className="text-left font-medium">
            Opening balance
          </th>
          <td>{formatDay(from)}</td>
          <td />
          <td className="text-right">
            <Money amount={openingMinor} currency={currency} />
          </td>
        </tr>
        {lines.map((line) => (
          <tr key={line.documentId} className={PAPER_ROW}>
            <th scope="row" className="text-left font-medium">
              {KIND_NAMES[line.kind]} {line.number}
              {line.reversesNumber && (
                <span className="font-normal text-muted-foreground">, reverses {line.reversesNumber}</span>
              )}
            </th>
            <td>{formatDay(line.documentDate)}</td>
            <td className="text-right">
              <Money amount={line.amountMinor} currency={currency} />
            </td>
            <td className="text-right">
              <Money amount={line.balanceMinor} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="[&>*]:border-t [&>*]:border-foreground [&>*]:pt-2.5">
          <th scope="row" className="text-left font-semibold">
            Closing balance
          </th>
          <td>{formatDay(asOf)}</td>
          <td />
          <td className="text-right font-semibold">
            <Money amount={closingMinor} currency={currency} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
