import type { DeskTotals } from '@/db/queries/bank-lines';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';

/** What came in, currency by currency, and where it went. */
export function DeskTotalsStrip({ totals }: { readonly totals: readonly DeskTotals[] }) {
  return (
    <div className="flex flex-col gap-3 border-b border-border px-6 py-3.5 max-md:px-4">
      {totals.map((each) => (
        <dl
          key={each.currency}
          className="flex flex-wrap gap-x-8 gap-y-2"
          aria-label={`Totals in ${each.currency}`}
        >
          <Figure label={`Came in, ${each.currency}`} amount={each.inMinor} {...each} />
          <Figure label="Booked" amount={each.bookedMinor} {...each} />
          {each.asideMinor > 0 && <Figure label="Set aside" amount={each.asideMinor} {...each} />}
          {each.repeatedMinor > 0 && <Figure label="Seen before" amount={each.repeatedMinor} {...each} />}
          <Figure label="Left" amount={each.leftMinor} {...each} isStrong />
          {each.outMinor < ZERO && <Figure label="Went out" amount={toMinor(-each.outMinor)} {...each} />}
        </dl>
      ))}
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly amount: Minor;
  readonly currency: string;
  readonly isStrong?: boolean;
}

function Figure({ label, amount, currency, isStrong = false }: FigureProps) {
  return (
    <div>
      <dt className="text-meta text-muted-foreground">{label}</dt>
      <dd className={`fig ${isStrong ? 'font-semibold' : ''}`}>{formatMoney(amount, currency)}</dd>
    </div>
  );
}
