import type { Route } from 'next';
import Link from 'next/link';
import { AgingBar } from '@/components/aging-bar';
import { Money } from '@/components/money';
import type { AgingSums } from '@/db/queries/aging';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatCount, formatPercent } from '@/lib/format';
import type { Columns } from './columns';

/** A line of the report beyond its name. */
export type Line = AgingSums & { readonly oldestDays: number | null; readonly lateMinor: Minor };

interface LineCellsProps {
  readonly line: Line;
  /** Whose line it is. */
  readonly name: string;
  readonly labels: readonly string[];
  readonly currency: string;
  readonly columns: Columns;
  /** Where the items behind an amount are shown. */
  readonly partHref: (part: number | 'credits') => Route;
}

/** The cells of a customer's or a group's line: every amount opens what it is made of. */
export function LineCells({ line, name, labels, currency, columns, partHref }: LineCellsProps) {
  const billed = sumOf(line.bucketsMinor);
  const cell = (amount: Minor, part: number | 'credits') => (
    <>
      {amount === 0 ? (
        <Money amount={amount} currency={currency} zero="dash" />
      ) : (
        <Link
          href={partHref(part)}
          prefetch={false}
          scroll={false}
          title={`${part === 'credits' ? 'Unapplied' : labels[part]} of ${name}`}
          className="hover:underline"
        >
          <Money amount={amount} currency={currency} />
        </Link>
      )}
      {columns.hasShares && amount !== 0 && (
        <span className="fig block text-meta leading-4 font-normal text-subtle print:hidden">
          {percentOf(amount, billed)}
        </span>
      )}
    </>
  );
  return (
    <>
      <td className={columns.shape}>
        <AgingBar amounts={line.bucketsMinor} labels={labels} currency={currency} />
      </td>
      {line.bucketsMinor.map((amount, i) => (
        <td key={labels[i]} className={`num ${columns.bucket(i)}`}>
          {cell(amount, i)}
        </td>
      ))}
      <td className={`num ${columns.credits} ${line.creditsMinor < 0 ? 'text-positive' : ''}`}>
        {cell(line.creditsMinor, 'credits')}
      </td>
      <td className={`num fig ${columns.oldest}`}>
        {line.oldestDays !== null && line.oldestDays > 0 ? `${formatCount(line.oldestDays)} d` : '–'}
      </td>
      <td className={`num fig ${columns.late}`}>{percentOf(line.lateMinor, billed)}</td>
      <td className="num font-semibold">
        <Money amount={line.totalMinor} currency={currency} />
      </td>
    </>
  );
}

function percentOf(amount: Minor, billed: Minor): string {
  return formatPercent(billed === 0 ? null : (Math.abs(amount) / billed) * 100);
}
