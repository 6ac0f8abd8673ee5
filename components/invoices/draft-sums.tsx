import type { DraftTotals } from '@/lib/domain/invoice-draft';
import type { Minor } from '@/lib/domain/money';
import { formatColumn } from '@/lib/format';

interface DraftSumsProps {
  readonly totals: Pick<DraftTotals, 'netMinor' | 'taxMinor' | 'totalMinor'>;
  readonly currency: string;
}

/** Subtotal, tax and total of the lines above, said aloud as they change. */
export function DraftSums({ totals, currency }: DraftSumsProps) {
  const column = (amount: Minor) => formatColumn(amount, currency);
  return (
    <div className="flex justify-end" role="status">
      <dl className="fig mr-[49px] grid grid-cols-[auto_120px] gap-x-8 gap-y-1.5 text-right max-md:mr-3">
        <dt className="text-muted-foreground">Subtotal</dt>
        <dd>{column(totals.netMinor)}</dd>
        <dt className="text-muted-foreground">Tax</dt>
        <dd>{column(totals.taxMinor)}</dd>
        <dt className="text-section leading-7 font-semibold">Total, {currency}</dt>
        <dd className="text-section leading-7 font-semibold">{column(totals.totalMinor)}</dd>
      </dl>
    </div>
  );
}
