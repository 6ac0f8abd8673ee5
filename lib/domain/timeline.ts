import { type PlainDate } from './dates';

/** An allocation of one item as the days see it: undoing is a negative amount on its own day. */
export interface Movement {
  readonly effectiveOn: PlainDate;
  readonly amountMinor: number;
}

/**
 * The first day, not before `from`, from which `amountMinor` more can be allocated without the item ever being
 * allocated beyond its size on any later day. Null when there is no such day. Needed because an undo may take effect
 * later than what it undoes: the day in between is still taken.
 */
export function firstDayWithRoom(
  sizeMinor: number,
  movements: readonly Movement[],
  amountMinor: number,
  from: PlainDate,
): PlainDate | null {
  const days = [...new Set(movements.map((m) => m.effectiveOn).filter((day) => day > from))].toSorted();
  const allocatedAt = (day: PlainDate) =>
    movements.reduce((sum, m) => (m.effectiveOn <= day ? sum + m.amountMinor : sum), 0);
  const starts = [from, ...days];
  const lastFull = starts.findLastIndex((day) => allocatedAt(day) + amountMinor > sizeMinor);
  return starts[lastFull + 1] ?? null;
}
