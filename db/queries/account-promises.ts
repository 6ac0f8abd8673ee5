import { and, desc, eq, isNull, lte } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type Claims, promisedParts } from '@/lib/domain/forecast/claimed';
import { type Minor, toMinor } from '@/lib/domain/money';
import { promiseStatus } from '@/lib/domain/promise';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { openBook } from './open-book';
import { promiseGraceDays, receivedMinor } from './promise-receipts';

/** A promise that was not kept so far, and whether its last day went by before all of it had arrived. */
export interface Promised {
  readonly promisedFor: PlainDate;
  readonly amountMinor: Minor;
  readonly isBroken: boolean;
  /** Given for the account: `amountMinor` is for several invoices together, of which this one has `partMinor`; null for its own. */
  readonly partMinor: Minor | null;
}

/** What was said of single invoices of a customer. */
interface SaidOfInvoices extends Pick<Claims, 'disputes'> {
  /** Invoices that have a promise of their own, which is told in place of the account's. */
  readonly promisedIds: ReadonlySet<string>;
}

/**
 * The latest promise for a customer's account in each currency, while it is not kept, by the invoices that it is for: what has not
 * arrived of it is taken out of what is open as in the forecast.
 */
export async function accountPromises(
  tx: Tx,
  { customerId, asOf }: { readonly customerId: string; readonly asOf: PlainDate },
  { disputes, promisedIds }: SaidOfInvoices,
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
  const promised = new Map<string, Promised>();
  // Of each currency one, so mostly one in all.
  for (const { currency, receivedMinor: received, ...told } of latest) {
    const { promisedFor, amountMinor } = told;
    const status = promiseStatus({ ...told, receivedMinor: received, isCancelled: false }, asOf, graceDays);
    if (status === 'kept') continue;
    const book = await openBook(tx, { asOf, knownAt: null, currency }, [customerId]);
    const restMinor = toMinor(amountMinor - received);
    const parts = promisedParts(
      book.filter(({ documentId }) => !promisedIds.has(documentId)),
      { disputes, promises: [{ customerId, documentId: null, promisedFor, restMinor }] },
    );
    for (const [documentId, partMinor] of parts)
      promised.set(documentId, { ...told, isBroken: status !== 'active', partMinor });
  }
  return promised;
}
