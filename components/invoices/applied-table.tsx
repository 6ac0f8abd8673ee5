import Link from 'next/link';
import type { ReactNode } from 'react';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import type { DocumentAllocation } from '@/db/queries/documents';
import { documentHref } from '@/lib/document-href';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { formatDay } from '@/lib/format';

interface AppliedTableProps {
  /** "Paid by", "Applied to". */
  readonly title: string;
  readonly allocations: readonly DocumentAllocation[];
  readonly currency: string;
  readonly today: PlainDate;
  /** What takes an application back; null when the reader may not. */
  readonly renderUndo: ((allocation: DocumentAllocation) => ReactNode) | null;
}

/** What was applied between a document and others: each with its day, its amount and its undo. Taken-back ones stay in sight. */
export function AppliedTable({ title, allocations, currency, today, renderUndo }: AppliedTableProps) {
  return (
    <table className="tbl tbl-sm">
      <caption className="px-5 pt-3 pb-1 text-left text-form font-semibold">{title}</caption>
      <thead>
        <tr>
          <th scope="col">Document</th>
          <th scope="col" className="max-md:hidden">
            Applied on
          </th>
          <th scope="col" className="num">
            Amount, {currency}
          </th>
          <th scope="col">
            <span className="sr-only">Undo</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {allocations.map((allocation) => {
          const { allocationId, other, effectiveOn, undoneOn, isReversal, amountMinor } = allocation;
          const isGone = undoneOn !== null;
          const days = `${formatDay(effectiveOn, { today })}${undoneOn ? `, taken back ${formatDay(undoneOn, { today })}` : ''}`;
          return (
            <tr key={allocationId} className={isGone ? 'text-muted-foreground' : ''}>
              <th
                scope="row"
                className={`${PHONE_CELL} ${isGone ? 'font-normal! text-muted-foreground!' : ''}`}
              >
                <Link href={documentHref(other)} className="hover:underline">
                  {KIND_NAMES[other.kind]} <span className="fig">{other.number}</span>
                </Link>
                <span className="fig block font-normal text-muted-foreground md:hidden">{days}</span>
              </th>
              <td className="fig text-muted-foreground max-md:hidden">{days}</td>
              <td className={`num ${isGone ? 'line-through' : ''}`}>
                <Money amount={amountMinor} currency={currency} />
              </td>
              <td className="text-right print:hidden">
                {!isGone && !isReversal && renderUndo?.(allocation)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
