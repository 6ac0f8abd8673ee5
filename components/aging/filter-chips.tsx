import type { Route } from 'next';
import { type Chip, ChipList } from '@/components/chip-list';

/** The active filters of a report, in a line of their own. Draws nothing when none is active. */
export function FilterChips({
  chips,
  clearHref,
}: {
  readonly chips: readonly Chip[];
  readonly clearHref: Route;
}) {
  return (
    <ChipList chips={chips} clearHref={clearHref} className="border-b border-border px-6 py-2 max-md:px-4" />
  );
}
