import { and, asc, eq, isNull } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { isInForce } from '../holds-in-force';
import { holds } from '../schema/holds';
import type { Tx } from '../scope';
import type { HoldRow } from './holds';

/** Holds that are shown: few, as there is one of each kind. */
const MOST = 20;

/** What is on hold for a customer as a whole on a day, the oldest first. */
export function customerHolds(tx: Tx, customerId: string, on: PlainDate): Promise<HoldRow[]> {
  return tx
    .select({
      id: holds.id,
      customerId: holds.customerId,
      documentId: holds.documentId,
      kind: holds.kind,
      reason: holds.reason,
      placedOn: holds.placedOn,
      releasedOn: holds.releasedOn,
    })
    .from(holds)
    .where(and(eq(holds.customerId, customerId), isNull(holds.documentId), isInForce(on)))
    .orderBy(asc(holds.placedOn), asc(holds.id))
    .limit(MOST);
}
