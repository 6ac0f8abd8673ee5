import { and, asc, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { promiseStatus } from '@/lib/domain/promise';
import { inChunks } from '../chunks';
import { promiseGraceDays, receivedMinor } from '../queries/promise-receipts';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/**
 * Ends what was said of documents that are taken back: open disputes are resolved, with them those that were opened of what a
 * payment left open, in the step that recorded it, and promises still waited for are cancelled, with who did it and why. Promises
 * that were kept or broken by then stay what they became. The customers are locked.
 */
export async function endClaims(
  tx: Tx,
  actor: Actor,
  { documentIds, reason }: { readonly documentIds: readonly string[]; readonly reason: string },
): Promise<void> {
  await inChunks([...documentIds], async (chunk) => {
    await resolveDisputes(tx, actor, chunk, reason);
    await cancelPromises(tx, actor, chunk, reason);
  });
}

async function resolveDisputes(tx: Tx, actor: Actor, documentIds: string[], reason: string): Promise<void> {
  const resolution = `Voided: ${reason}`;
  const ended = await tx
    .update(disputes)
    .set({ resolvedAt: sql`now()`, resolvedBy: actor.userId, resolution })
    .where(
      and(
        // Of their customers alone, so that no other dispute is read.
        inArray(disputes.customerId, customersOf(tx, documentIds)),
        or(inArray(disputes.documentId, documentIds), isOfPayment(documentIds)),
        isNull(disputes.resolvedAt),
      ),
    )
    .returning({
      id: disputes.id,
      customerId: disputes.customerId,
      amountMinor: disputes.amountMinor,
      reason: disputes.reason,
    });
  for (const { id, customerId, ...before } of ended)
    await recordActivity(tx, actor, {
      verb: 'dispute_resolved',
      objectKind: 'dispute',
      objectId: id,
      customerId,
      before,
      after: { resolution },
    });
}

function customersOf(tx: Tx, documentIds: string[]) {
  return tx.select({ id: documents.customerId }).from(documents).where(inArray(documents.id, documentIds));
}

/** Whether a dispute was opened in the step that recorded one of these payments. */
function isOfPayment(documentIds: string[]) {
  return sql`exists (select from ${documents} p where p.id in ${documentIds} and p.kind = 'payment'
    and p.customer_id = disputes.customer_id and p.recorded_at = disputes.recorded_at)`;
}

async function cancelPromises(tx: Tx, actor: Actor, documentIds: string[], reason: string): Promise<void> {
  const [asOf, graceDays] = [todayIn(actor.org.timeZone), await promiseGraceDays(tx)];
  const rows = await tx
    .select({
      id: promises.id,
      customerId: promises.customerId,
      currency: promises.currency,
      amountMinor: promises.amountMinor,
      promisedFor: promises.promisedFor,
      receivedMinor: receivedMinor({ asOf, knownAt: null, graceDays }),
    })
    .from(promises)
    .where(
      and(
        inArray(promises.customerId, customersOf(tx, documentIds)),
        inArray(promises.documentId, documentIds),
        isNull(promises.cancelledAt),
      ),
    )
    .orderBy(asc(promises.id));
  const waited = rows.filter(
    (row) => promiseStatus({ ...row, isCancelled: false }, asOf, graceDays) === 'active',
  );
  if (waited.length === 0) return;
  const cancelReason = `Voided: ${reason}`;
  const ids = waited.map(({ id }) => id);
  await tx
    .update(promises)
    .set({ cancelledAt: sql`now()`, cancelledBy: actor.userId, cancelReason })
    .where(inArray(promises.id, ids));
  for (const { id, customerId, amountMinor, currency, promisedFor } of waited)
    await recordActivity(tx, actor, {
      verb: 'promise_cancelled',
      objectKind: 'promise',
      objectId: id,
      customerId,
      before: { amountMinor, currency, promisedFor },
      after: { reason: cancelReason },
    });
}
