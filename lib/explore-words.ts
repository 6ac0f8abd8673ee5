import type { ExploreFilters, StatusFact } from './explore-filters';
import { formatCount } from './format';

/** What each status fact is called on screen and in files. */
export const FACT_NAMES: Readonly<Record<StatusFact, string>> = {
  promise_broken: 'Promise broken',
  promised: 'Promised',
  disputed: 'Disputed',
  reminded: 'Reminded',
  part_paid: 'Part paid',
};

/** "Reminded once", "Reminded twice", "Reminded 3 times". */
export function remindedWords(times: number): string {
  const often = times === 1 ? 'once' : times === 2 ? 'twice' : `${formatCount(times)} times`;
  return `Reminded ${often}`;
}

/** "9 invoices"; "9 open items" when credits or parts of invoices are among them. */
export function itemsWords(
  { itemCount, documentCount }: { readonly itemCount: number; readonly documentCount: number },
  { withCredits }: Pick<ExploreFilters, 'withCredits'>,
): string {
  return formatCount(itemCount, withCredits || documentCount < itemCount ? 'open item' : 'invoice');
}
