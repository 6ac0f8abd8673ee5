import { and, asc, eq, inArray } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { isInForce } from '../holds-in-force';
import { holds } from '../schema/holds';
import type { Tx } from '../scope';

/** Why these customers get no more credit on a day, by customer; who is not on hold is left out. */
export async function creditHolds(
  tx: Tx,
  customerIds: readonly string[],
  today: PlainDate,
): Promise<Map<string, string>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tx
    .select({ customerId: holds.customerId, reason: holds.reason })
    .from(holds)
    .where(and(inArray(holds.customerId, [...customerIds]), eq(holds.kind, 'credit'), isInForce(today)))
    // The latest is the one that stays in the map.
    .orderBy(asc(holds.placedOn));
  return new Map(rows.map(({ customerId, reason }) => [customerId, reason]));
}
