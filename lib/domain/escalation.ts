import type { RemindableItem } from './reminder-plan';

/** Customers for whom mails can do no more: something of theirs went through every step, is open, and nothing stops it. */
export function needPerson(
  items: readonly RemindableItem[],
  steps: number,
): ReadonlyMap<string, readonly RemindableItem[]> {
  const found = new Map<string, RemindableItem[]>();
  if (steps === 0) return found;
  for (const item of items)
    if (item.lastStep >= steps && item.stoppedBy === null) {
      const mine = found.get(item.customerId);
      if (mine) mine.push(item);
      else found.set(item.customerId, [item]);
    }
  return found;
}
