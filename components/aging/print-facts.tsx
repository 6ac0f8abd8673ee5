import { AgingBar } from '@/components/aging-bar';
import type { TieOut } from '@/db/queries/tie-out';
import { bucketLabels } from '@/lib/domain/aging';
import type { Minor } from '@/lib/domain/money';
import type { AgingFilters } from '@/lib/filters';
import { formatDay } from '@/lib/format';
import { tieWords } from './tie-words';

interface PrintFactsProps {
  /** The name of the business. */
  readonly seller: string;
  readonly filters: Pick<AgingFilters, 'asOf' | 'basis' | 'bounds' | 'currency'>;
  /** The totals of the report by age. */
  readonly bucketsMinor: readonly Minor[];
  readonly tieOut: TieOut;
  readonly paper: 'a4' | 'letter';
}

/**
 * On paper only, where no toolbar says it: whose report this is, of which day, by which date, in which currency; and at the foot
 * of every page its day and whether it agrees with the ledger. The bar of all ages stands above the table.
 */
export function PrintFacts({ seller, filters, bucketsMinor, tieOut, paper }: PrintFactsProps) {
  const { asOf, basis, bounds, currency } = filters;
  return (
    <>
      <style>{footer(`As of ${formatDay(asOf)}. ${tieWords(tieOut, currency)} ${UNAPPLIED}`)}</style>
      <p
        className={`mb-2 hidden justify-between print:flex ${paper === 'letter' ? 'print-letter' : 'print-a4'}`}
      >
        <span>{seller}</span>
        <span>
          As of {formatDay(asOf, { month: 'long' })}, aged by {basis === 'due' ? 'due' : 'invoice'} date, all
          amounts in {currency}
        </span>
      </p>
      <div className="mb-3 hidden print:block">
        <AgingBar amounts={bucketsMinor} labels={bucketLabels(bounds)} currency={currency} size="md" />
      </div>
    </>
  );
}

const UNAPPLIED = '“Unapplied” is money and credits received but not yet matched to an invoice.';

/** The margin of every page. Words of ours alone: digits, a day and a currency, nothing that anybody typed. */
function footer(words: string): string {
  const rule = `@bottom-left { content: ${JSON.stringify(words)}; font: 9px ui-sans-serif, system-ui, sans-serif }`;
  return `@page { ${rule} } @page letter { ${rule} }`;
}
