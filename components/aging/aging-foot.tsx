import { AgingBar } from '@/components/aging-bar';
import { Money } from '@/components/money';
import type { AgingSums } from '@/db/queries/aging';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatCount, formatMoney, formatPercent } from '@/lib/format';

interface AgingFootProps {
  readonly totals: AgingSums;
  readonly customerCount: number;
  readonly labels: readonly string[];
  readonly currency: string;
}

/** Totals over every customer that the filters match, and each column's share of what was billed. */
export function AgingFoot({ totals, customerCount, labels, currency }: AgingFootProps) {
  const billed = sumOf(totals.bucketsMinor);
  const share = (amount: Minor) => formatPercent(billed === 0 ? null : (Math.abs(amount) / billed) * 100);
  return (
    <tfoot>
      <tr>
        <th scope="row">Total, {formatCount(customerCount, 'customer')}</th>
        <td className="print:hidden">
          <AgingBar amounts={totals.bucketsMinor} labels={labels} currency={currency} />
        </td>
        {totals.bucketsMinor.map((amount, i) => (
          <td key={labels[i]} className="num">
            <Money amount={amount} currency={currency} />
          </td>
        ))}
        <td className={`num ${totals.creditsMinor < 0 ? 'text-positive!' : ''}`}>
          <Money amount={totals.creditsMinor} currency={currency} />
        </td>
        <td className="num">
          <Money amount={totals.totalMinor} currency={currency} />
        </td>
      </tr>
      <tr className="share">
        <th scope="row">Share of {formatMoney(billed, currency, { cents: false })} billed</th>
        <td className="print:hidden" />
        {totals.bucketsMinor.map((amount, i) => (
          <td key={labels[i]} className="num">
            {share(amount)}
          </td>
        ))}
        <td className="num">{share(totals.creditsMinor)}</td>
        <td />
      </tr>
    </tfoot>
  );
}
