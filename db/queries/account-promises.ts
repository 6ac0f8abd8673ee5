import { and, desc, eq, isNull, lte } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { promiseStatus } from '@/lib/domain/promise';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { openItemRows } from './open-items';
import { promiseGraceDays, receivedMinor } from './promise-receipts';

/** A promise that was not kept so far, and whether its last day went by before all of it had arrived. */
export interface Promised {
  readonly promisedFor: PlainDate;
  readonly amountMinor: Minor;
  readonly isBroken: boolean;
  /** Given for the account: `amountMinor` is for several invoices together. */
  readonly isForAccount: boolean;
}

const RULE = { basis: 'due', bounds: [0] } as const;

/**
 * The latest promise for a customer's account in each currency, while it is not kept, by the invoices that it is for: as in the
 * forecast what has not arrived of it pays the oldest due first, each as far as `freeOf` says of what it has open.
 */
export async function accountPromises(
  tx: Tx,
  { customerId, asOf }: { readonly customerId: string; readonly asOf: PlainDate },
  freeOf: (documentId: string, openMinor: Minor) => number,
): Promise<Map<string, Promised>> {
  const graceDays = await promiseGraceDays(tx);
  const latest = await tx
    .selectDistinctOn([promises.currency], {
      currency: promises.currency,
      promisedFor: promises.promisedFor,
      amountMinor: promises.amountMinor,
      receivedMinor: receivedMinor({ asOf, knownAt: null, graceDays }),
    })
    .from(promises)
    .where(
      and(
        eq(promises.customerId, customerId),
        isNull(promises.documentId),
        lte(promises.promisedOn, asOf),
        isNull(promises.cancelledAt),
      ),
    )
    .orderBy(promises.currency, desc(promises.promisedOn), desc(promises.id));
  const live = latest.flatMap((promise) => {
    const status = promiseStatus({ ...promise, isCancelled: false }, asOf, graceDays);
    return status === 'kept' ? [] : [{ ...promise, isBroken: status !== 'active' }];
  });
  const promised = new Map<string, Promised>();
  if (live.length === 0) return promised;
  const items = await openItemRows(tx, { asOf, knownAt: null }, RULE, { customerId });
  for (const { currency, promisedFor, amountMinor, receivedMinor: received, isBroken } of live) {
    let left = amountMinor - received;
    for (const item of items.filter((each) => each.currency === currency && each.amountMinor > 0)) {
      const part = Math.min(left, freeOf(item.documentId, item.openMinor));
      if (part <= 0) continue;
      left -= part;
      promised.set(item.documentId, { promisedFor, amountMinor, isBroken, isForAccount: true });
    }
  }
  return promised;
}
