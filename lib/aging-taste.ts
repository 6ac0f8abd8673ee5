import { z } from 'zod';
import { optionalColumns } from './aging-columns';

/** The preference that `AgingTaste` is kept under. */
export const AGING_TASTE = 'aging.table';

/** How somebody likes the aging report on the own screen; no address carries it, and paper shows every bucket. */
export interface AgingTaste {
  readonly hidden: readonly string[];
  readonly density: 'comfortable' | 'compact';
}

const kept = z.object({ hidden: z.array(z.string()), density: z.enum(['comfortable', 'compact']) });
const USUAL: AgingTaste = { hidden: ['oldest', 'late', 'share'], density: 'compact' };

/** A taste as it was kept; the usual one for null. @throws ZodError for what was not kept by us. */
export function readAgingTaste(value: unknown): AgingTaste {
  return value === null ? USUAL : kept.parse(value);
}

/** The taste that shows these columns of so many buckets; what is hidden of buckets beyond them stays hidden. */
export function tasteShowing(
  shown: readonly string[],
  buckets: number,
  { hidden }: Pick<AgingTaste, 'hidden'>,
): readonly string[] {
  const known: readonly string[] = optionalColumns(buckets);
  return [...known.filter((column) => !shown.includes(column)), ...hidden.filter((c) => !known.includes(c))];
}
