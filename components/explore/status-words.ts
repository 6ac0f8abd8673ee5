import type { ExploreRow } from '@/db/queries/explore-rows';
import { FACT_NAMES, remindedWords } from '@/lib/explore-words';

/** The badges of the table as words, in its order; '' when there are none. */
export function statusWords({
  promise,
  disputedMinor,
  remindedTimes,
  amountMinor,
  openMinor,
}: ExploreRow): string {
  const isPartPaid = amountMinor > 0 && openMinor < amountMinor;
  return [
    promise?.isBroken && FACT_NAMES.promise_broken,
    disputedMinor > 0 && FACT_NAMES.disputed,
    promise && !promise.isBroken && FACT_NAMES.promised,
    remindedTimes > 0 && remindedWords(remindedTimes),
    isPartPaid && FACT_NAMES.part_paid,
  ]
    .filter(Boolean)
    .join('; ');
}
