import { AgingBar } from '@/components/aging-bar';
import { Money } from '@/components/money';
import type { AgingSums } from '@/db/queries/aging';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatMoney, formatPercent } from '@/lib/format';
import type { Columns } from './columns';

interface AgingFootProps {
  readonly totals: AgingSums;
  /** What is summed up: "17 customers". */
  readonly of: string;
  readonly labels: readonly string[];
  readonly currency: string;
  readonly columns: Columns;
}

/** Totals over every line that the filters match, and each column's share of what was billed. */
export function AgingFoot({ totals, of, labels, currency, columns }: AgingFootProps) {
  const billed = sumOf(totals.bucketsMinor);
  const share = (amount: Minor) => formatPercent(billed === 0 ? null : (Math.abs(amount) / billed) * 100);
  return (
    <tfoot>
      <tr>
        <th scope="row">Total, {of}</th>
        <td className={columns.shape}>
          <AgingBar amounts={totals.bucketsMinor} labels={labels} currency={currency} />
        </td>
        {totals.bucketsMinor.map((amount, i) => (
          <td key={labels[i]} className={`num ${columns.bucket(i)}`}>
            <Money amount={amount} currency={currency} />
          </td>
        ))}
        <td className={`num ${columns.credits} ${totals.creditsMinor < 0 ? 'text-positive!' : ''}`}>
          <Money amount={totals.creditsMinor} currency={currency} />
        </td>
        <td className={columns.oldest} />
        <td className={columns.late} />
        <td className="num">
          <Money amount={totals.totalMinor} currency={currency} />
        </td>
      </tr>
      <tr className="share">
        <th scope="row">Share of {formatMoney(billed, currency, { cents: false })} billed</th>
        <td className={columns.shape} />
        {totals.bucketsMinor.map((amount, i) => (
          <td key={labels[i]} className={`num ${columns.bucket(i)}`}>
            {share(amount)}
          </td>
        ))}
        <td className={`num ${columns.credits}`}>{share(totals.creditsMinor)}</td>
        <td className={columns.oldest} />
        <td className={columns.late} />
        <td />
      </tr>
    </tfoot>
  );
}
