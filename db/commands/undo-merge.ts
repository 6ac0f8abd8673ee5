import { eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { mergeOf } from '../queries/merges';
import { customerMerges } from '../schema/customer-merges';
import { transfers } from '../schema/transfers';
import type { Tx } from '../scope';
import { lockCustomers } from './lock-customers';
import { returnKeys } from './move-keys';
import { returnLogins } from './move-logins';
import { recordActivity } from './record-activity';
import { restoreCustomer } from './restore-customer';
import { reverseDocuments } from './reverse-documents';

/**
 * Takes a merge back: the transfers are reversed, so that what was moved is open where it was, and the customer is restored. Money
 * that settled a moved item meanwhile waits to be applied, where it arrived. Logins and keys open the account again that they opened before;
 * people, promises, beneficiaries and children stay where they went.
 * @throws Refusal `not_found`, `already_undone` when the customer is not merged, `period_locked`.
 */
export async function undoMerge(
  tx: Tx,
  actor: Actor,
  { customerId, on }: { readonly customerId: string; readonly on: PlainDate },
): Promise<{ intoId: string }> {
  const seen = await mergeOf(tx, customerId);
  const locked = await lockCustomers(tx, [customerId, ...(seen ? [seen.intoId] : [])]);
  // Only now is it known that nobody undoes it at the same time.
  const merge = seen && (await mergeOf(tx, customerId));
  const [from, into] = [locked.get(customerId), merge && locked.get(merge.intoId)];
  if (!merge || !from || !into)
    throw new Refusal('already_undone', 'That customer is not merged into another.');
  const { intoId, transferIds } = merge;
  const sides = await tx
    .select({ documentId: transfers.payerDocumentId })
    .from(transfers)
    .where(inArray(transfers.id, transferIds));
  const left = await standing(
    tx,
    sides.map(({ documentId }) => documentId),
  );
  if (left.length > 0)
    await reverseDocuments(tx, actor, {
      documentIds: left,
      on,
      reason: 'The merge was undone',
      source: 'staff',
    });
  await restoreCustomer(tx, actor, { customerId });
  await returnLogins(tx, actor, merge, { from, into });
  await returnKeys(tx, actor, merge.movedKeys, { from, into });
  await tx
    .update(customerMerges)
    .set({ undoneAt: sql`now()`, undoneBy: actor.userId })
    .where(eq(customerMerges.id, merge.id));
  const before = { name: from.name, into: into.name };
  for (const about of [customerId, intoId])
    await recordActivity(tx, actor, {
      verb: 'customer_merge_undone',
      objectKind: 'customer',
      objectId: customerId,
      customerId: about,
      before,
    });
  return { intoId };
}

/** Those of the documents that were not reversed by themselves meanwhile. */
async function standing(tx: Tx, documentIds: readonly string[]): Promise<string[]> {
  if (documentIds.length === 0) return [];
  const rows = await tx.execute<{
    id: string;
  }>(sql`select id from documents d where d.id in ${[...documentIds]}
    and not exists (select from documents r where r.reverses_id = d.id)`);
  return rows.map(({ id }) => id);
}
