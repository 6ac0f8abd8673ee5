import type { ReactNode } from 'react';
import type { DraftTotals } from '@/lib/domain/invoice-draft';
import type { Minor } from '@/lib/domain/money';
import { formatColumn } from '@/lib/format';

interface DraftSumsProps {
  readonly totals: Pick<DraftTotals, 'netMinor' | 'taxMinor' | 'totalMinor'>;
  readonly currency: string;
  /** Below the total: what is offered for paying early. */
  readonly children?: ReactNode;
}

/** Subtotal, tax and total of the lines above, said aloud as they change. */
export function DraftSums({ totals, currency, children }: DraftSumsProps) {
  const column = (amount: Minor) => formatColumn(amount, currency);
  return (
    <div className="mr-[49px] flex flex-col items-end gap-2 max-md:mr-3">
      <div role="status">
        <dl className="fig grid grid-cols-[auto_120px] gap-x-8 gap-y-1.5 text-right">
          <dt className="text-muted-foreground">Subtotal</dt>
          <dd>{column(totals.netMinor)}</dd>
          <dt className="text-muted-foreground">Tax</dt>
          <dd>{column(totals.taxMinor)}</dd>
          <dt className="text-section leading-7 font-semibold">Total, {currency}</dt>
          <dd className="text-section leading-7 font-semibold">{column(totals.totalMinor)}</dd>
        </dl>
      </div>
      {children}
    </div>
  );
}
