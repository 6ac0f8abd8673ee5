import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** Takes a promise back, so that it neither stops reminders nor counts as broken. @throws Refusal `not_found`, `already_undone`. */
export async function cancelPromise(
  tx: Tx,
  actor: Actor,
  { promiseId }: { readonly promiseId: string },
): Promise<{ promiseId: string }> {
  const [seen] = await tx
    .select({ customerId: promises.customerId })
    .from(promises)
    .where(eq(promises.id, promiseId));
  if (!seen) throw new Refusal('not_found', 'That promise does not exist.');
  await lockCustomer(tx, seen.customerId);
  const [promise] = await tx.select().from(promises).where(eq(promises.id, promiseId));
  if (!promise || promise.cancelledAt)
    throw new Refusal('already_undone', 'That promise was already taken back.');
  await tx
    .update(promises)
    .set({ cancelledAt: sql`now()`, cancelledBy: actor.userId })
    .where(eq(promises.id, promiseId));
  const { amountMinor, currency, promisedFor } = promise;
  await recordActivity(tx, actor, {
    verb: 'promise_cancelled',
    objectKind: 'promise',
    objectId: promiseId,
    customerId: seen.customerId,
    before: { amountMinor, currency, promisedFor },
  });
  return { promiseId };
}
