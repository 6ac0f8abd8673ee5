import { and, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { promiseStatus } from '@/lib/domain/promise';
import { uuid7 } from '@/lib/uuid';
import { insertRows } from '../insert-rows';
import { promiseGraceDays, receivedMinor } from '../queries/promise-receipts';
import { payerAliases } from '../schema/bank-decisions';
import { paymentIntentParts, paymentIntents } from '../schema/payment-intents';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { recordActivities } from './record-activity';

/** From whom to whom what was said and learned goes. Both customers are locked. */
interface Moved {
  readonly customerId: string;
  readonly intoId: string;
  readonly on: PlainDate;
}

/** Promises that are waited for are for the account of the other from now on; kept and broken ones stay. */
export async function movePromises(tx: Tx, actor: Actor, { customerId, intoId, on }: Moved): Promise<void> {
  const graceDays = await promiseGraceDays(tx);
  const rows = await tx
    .select({
      id: promises.id,
      currency: promises.currency,
      amountMinor: promises.amountMinor,
      promisedFor: promises.promisedFor,
      promisedOn: promises.promisedOn,
      note: promises.note,
      receivedMinor: receivedMinor({ asOf: on, knownAt: null, graceDays }),
    })
    .from(promises)
    .where(
      and(
        eq(promises.customerId, customerId),
        isNull(promises.cancelledAt),
        gte(promises.promisedFor, addDays(on, -graceDays - 1)),
      ),
    )
    .orderBy(promises.id);
  const waited = rows.filter(
    (row) => promiseStatus({ ...row, isCancelled: false }, on, graceDays) === 'active',
  );
  if (waited.length === 0) return;
  await tx
    .update(promises)
    .set({ cancelledAt: sql`now()`, cancelledBy: actor.userId })
    .where(
      inArray(
        promises.id,
        waited.map(({ id }) => id),
      ),
    );
  const again = waited.map(({ id: _id, receivedMinor: _received, ...promise }) => {
    return { ...promise, id: uuid7(), customerId: intoId, createdBy: actor.userId };
  });
  await insertRows(tx, promises, again);
  const factsOf = ({ amountMinor, currency, promisedFor }: (typeof again)[number]) => {
    return { amountMinor, currency, promisedFor };
  };
  const of = { objectKind: 'promise' } as const;
  await recordActivities(
    tx,
    actor,
    again.flatMap((promise, i) => [
      {
        ...of,
        verb: 'promise_cancelled',
        objectId: waited[i]?.id ?? promise.id,
        customerId,
        before: factsOf(promise),
      },
      {
        ...of,
        verb: 'promise_recorded',
        objectId: promise.id,
        customerId: intoId,
        after: factsOf(promise),
      },
    ]),
  );
}

/**
 * Payments that are on their way are awaited for the other, under the references that the payer was given, and settle what took the
 * place of what they were for. `arrived` says which item took the place of which.
 */
export async function moveIntents(
  tx: Tx,
  { customerId, intoId }: Moved,
  arrived: ReadonlyMap<string, string>,
): Promise<void> {
  const open = and(
    eq(paymentIntents.customerId, customerId),
    isNull(paymentIntents.documentId),
    isNull(paymentIntents.dismissedAt),
    isNull(paymentIntents.withdrawnAt),
  );
  const intents = await tx.select({ id: paymentIntents.id }).from(paymentIntents).where(open);
  if (intents.length === 0) return;
  const ids = intents.map(({ id }) => id);
  const parts = await tx
    .delete(paymentIntentParts)
    .where(inArray(paymentIntentParts.intentId, ids))
    .returning();
  await tx.update(paymentIntents).set({ customerId: intoId }).where(inArray(paymentIntents.id, ids));
  const kept = parts.flatMap((part) => {
    const itemId = arrived.get(part.itemId);
    return itemId === undefined ? [] : [{ ...part, customerId: intoId, itemId }];
  });
  await insertRows(tx, paymentIntentParts, kept);
}

/** Money under the names and from the accounts that were the one's is the other's. */
export async function movePayers(tx: Tx, { customerId, intoId }: Moved): Promise<void> {
  const known = await tx.delete(payerAliases).where(eq(payerAliases.customerId, customerId)).returning();
  const again = known.map((alias) => ({ ...alias, id: crypto.randomUUID(), customerId: intoId }));
  await insertRows(tx, payerAliases, again, ['orgId', 'kind', 'key', 'customerId']);
}
