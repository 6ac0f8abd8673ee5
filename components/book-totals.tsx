import type { ReactNode } from 'react';
import { Money } from '@/components/money';
import type { BookTotals } from '@/db/queries/document-book';
import type { Minor } from '@/lib/domain/money';
import { formatCount } from '@/lib/format';

interface BookTotalsRowProps {
  readonly totals: readonly BookTotals[];
  /** What is counted: "invoice". */
  readonly noun: string;
  /** The empty cell of a column before the first, where there is one. */
  readonly before?: ReactNode;
  /** The empty cells of the columns between the first and the figures; the currency's own is added. */
  readonly between: ReactNode;
  /** The last columns, each with what it sums. */
  readonly figures: readonly { readonly className: string; readonly of: (totals: BookTotals) => Minor }[];
}

/** The totals below a list of documents: one row, which stays in sight; with several currencies a line of it for each. */
export function BookTotalsRow({ totals, noun, before, between, figures }: BookTotalsRowProps) {
  const isMixed = totals.length > 1;
  return (
    <tr className={isMixed ? '[&>*]:py-2.5' : ''}>
      {before}
      <th scope="row">
        {totals.map(({ currency, count }) => (
          <span key={currency} className="block">
            {isMixed ? currency : 'Total'}, {formatCount(count, noun)}
          </span>
        ))}
      </th>
      {between}
      {isMixed && (
        <td className="max-xl:hidden">
          {totals.map(({ currency }) => (
            <span key={currency} className="block">
              {currency}
            </span>
          ))}
        </td>
      )}
      {figures.map(({ className, of }) => (
        <td key={className} className={className}>
          {totals.map((each) => (
            <span key={each.currency} className="block">
              <Money amount={of(each)} currency={each.currency} />
            </span>
          ))}
        </td>
      ))}
    </tr>
  );
}
