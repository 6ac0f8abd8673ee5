import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { calls } from '../schema/calls';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** Takes a call back that was noted by mistake. What came of it is taken back by its own commands. @throws Refusal `not_found`, `already_undone`. */
export async function withdrawCall(
  tx: Tx,
  actor: Actor,
  { callId }: { readonly callId: string },
): Promise<{ callId: string }> {
  const [seen] = await tx.select({ customerId: calls.customerId }).from(calls).where(eq(calls.id, callId));
  if (!seen) throw new Refusal('not_found', 'That call does not exist.');
  const { customerId } = seen;
  await lockCustomer(tx, customerId);
  const [call] = await tx.select().from(calls).where(eq(calls.id, callId));
  if (!call || call.withdrawnAt) throw new Refusal('already_undone', 'That call was already taken back.');
  await tx
    .update(calls)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: actor.userId })
    .where(eq(calls.id, callId));
  const { outcome, calledOn } = call;
  await recordActivity(tx, actor, {
    verb: 'call_withdrawn',
    objectKind: 'call',
    objectId: callId,
    customerId,
    before: { outcome, calledOn },
  });
  return { callId };
}
