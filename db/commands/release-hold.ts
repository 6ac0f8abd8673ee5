import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { later, type PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { documents } from '../schema/documents';
import { holds } from '../schema/holds';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** Ends a hold from a day on, never before it was placed. @throws Refusal `not_found`, `already_undone`. */
export async function releaseHold(
  tx: Tx,
  actor: Actor,
  { holdId, on }: { readonly holdId: string; readonly on: PlainDate },
): Promise<{ holdId: string }> {
  const [seen] = await tx.select({ customerId: holds.customerId }).from(holds).where(eq(holds.id, holdId));
  if (!seen) throw new Refusal('not_found', 'That hold does not exist.');
  const { customerId } = seen;
  await lockCustomer(tx, customerId);
  const [hold] = await tx
    .select({ hold: holds, number: documents.number })
    .from(holds)
    .leftJoin(documents, eq(documents.id, holds.documentId))
    .where(eq(holds.id, holdId));
  if (!hold || hold.hold.releasedOn) throw new Refusal('already_undone', 'That hold was already released.');
  const { placedOn, kind, reason } = hold.hold;
  await tx
    .update(holds)
    .set({ releasedOn: later(on, placedOn), releasedAt: sql`now()` })
    .where(eq(holds.id, holdId));
  await recordActivity(tx, actor, {
    verb: 'hold_released',
    objectKind: 'hold',
    objectId: holdId,
    customerId,
    before: { number: hold.number ?? undefined, kind, reason },
  });
  return { holdId };
}
