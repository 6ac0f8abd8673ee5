import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { snoozes } from '../schema/snoozes';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** Puts a customer back on the worklist before its day. @throws Refusal `not_found`, `already_undone`. */
export async function endSnooze(
  tx: Tx,
  actor: Actor,
  { snoozeId }: { readonly snoozeId: string },
): Promise<{ snoozeId: string }> {
  const [seen] = await tx
    .select({ customerId: snoozes.customerId })
    .from(snoozes)
    .where(eq(snoozes.id, snoozeId));
  if (!seen) throw new Refusal('not_found', 'That snooze does not exist.');
  const { customerId } = seen;
  await lockCustomer(tx, customerId);
  const [snooze] = await tx.select().from(snoozes).where(eq(snoozes.id, snoozeId));
  if (!snooze || snooze.endedAt) throw new Refusal('already_undone', 'It is back on the worklist already.');
  await tx
    .update(snoozes)
    .set({ endedAt: sql`now()`, endedBy: actor.userId })
    .where(eq(snoozes.id, snoozeId));
  await recordActivity(tx, actor, {
    verb: 'snooze_ended',
    objectKind: 'snooze',
    objectId: snoozeId,
    customerId,
    before: { until: snooze.until },
  });
  return { snoozeId };
}
