import type { TieOut } from '@/db/queries/tie-out';
import type { AgingFilters } from '@/lib/filters';
import { formatDay } from '@/lib/format';
import { tieWords } from './tie-words';

interface PrintFactsProps {
  /** The name of the business. */
  readonly seller: string;
  readonly filters: Pick<AgingFilters, 'asOf' | 'basis' | 'currency'>;
  readonly tieOut: TieOut;
  readonly paper: 'a4' | 'letter';
}

/**
 * On paper only, where no toolbar says it: whose report this is, of which day, by which date, in which currency; and at the foot
 * of every page its day and whether it agrees with the ledger.
 */
export function PrintFacts({ seller, filters: { asOf, basis, currency }, tieOut, paper }: PrintFactsProps) {
  return (
    <>
      <style>{footer(`As of ${formatDay(asOf)}. ${tieWords(tieOut, currency)}`)}</style>
      <p
        className={`mb-2 hidden justify-between print:flex ${paper === 'letter' ? 'print-letter' : 'print-a4'}`}
      >
        <span>{seller}</span>
        <span>
          As of {formatDay(asOf, { month: 'long' })}, aged by {basis === 'due' ? 'due' : 'invoice'} date, all
          amounts in {currency}
        </span>
      </p>
    </>
  );
}

/** The margin of every page. Words of ours alone: digits, a day and a currency, nothing that anybody typed. */
function footer(words: string): string {
  const rule = `@bottom-left { content: ${JSON.stringify(words)}; font: 9px ui-sans-serif, system-ui, sans-serif }`;
  return `@page { ${rule} } @page letter { ${rule} }`;
}
