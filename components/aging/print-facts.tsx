import type { AgingFilters } from '@/lib/filters';
import { formatDay } from '@/lib/format';

interface PrintFactsProps {
  /** The name of the business. */
  readonly seller: string;
  readonly filters: Pick<AgingFilters, 'asOf' | 'basis' | 'currency'>;
}

/** On paper only, where no toolbar says it: whose report this is, of which day, by which date, in which currency. */
export function PrintFacts({ seller, filters: { asOf, basis, currency } }: PrintFactsProps) {
  return (
    <p className="mb-2 hidden justify-between print:flex">
      <span>{seller}</span>
      <span>
        As of {formatDay(asOf, { month: 'long' })}, aged by {basis === 'due' ? 'due' : 'invoice'} date, all
        amounts in {currency}
      </span>
    </p>
  );
}
