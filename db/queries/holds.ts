import { and, desc, eq, lte } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { holds } from '../schema/holds';
import type { Tx } from '../scope';

/** What was put on hold, and whether it still is. */
export type HoldRow = Pick<
  typeof holds.$inferSelect,
  'id' | 'customerId' | 'documentId' | 'kind' | 'reason' | 'placedOn' | 'releasedOn'
>;

/** Which holds are meant; `placedBy`: those placed by the end of that day. */
interface HoldFilter {
  readonly holdId?: string;
  readonly customerId?: string | undefined;
  readonly placedBy?: PlainDate | undefined;
}

/** Holds, the latest first, one page. */
export function holdList(
  tx: Tx,
  { holdId, customerId, placedBy }: HoldFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<HoldRow[]> {
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
    .where(
      and(
        holdId ? eq(holds.id, holdId) : undefined,
        customerId ? eq(holds.customerId, customerId) : undefined,
        placedBy ? lte(holds.placedOn, placedBy) : undefined,
      ),
    )
    .orderBy(desc(holds.placedOn), desc(holds.id))
    .limit(limit)
    .offset(offset);
}
