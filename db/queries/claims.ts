import { and, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { promiseStatus } from '@/lib/domain/promise';
import { disputes } from '../schema/disputes';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { accountPromises, type Promised } from './account-promises';
import { promiseGraceDays, receivedMinor } from './promise-receipts';

/** What a customer said of an invoice: that it contests some of it, or that it will pay some of it by a day. */
export interface Claims {
  /** Contested and not resolved; 0 when nothing is. */
  readonly disputedMinor: Minor;
  /** Why, of the latest dispute. */
  readonly disputeReason: string | null;
  /** Its own latest promise, while it is not kept, or else the account's as far as it is for this invoice; null when there is none. */
  readonly promise: Promised | null;
}

/** A day on the organization's calendar. */
interface Day {
  readonly asOf: PlainDate;
  readonly timeZone: string;
}

/** A customer's disputes and promises by invoice, as of a day; invoices without either are left out. For staff and portal. */
export async function claimsByDocument(
  tx: Tx,
  customerId: string,
  { asOf, timeZone }: Day,
): Promise<Map<string, Claims>> {
  const contested = await tx
    .select({ documentId: disputes.documentId, amountMinor: disputes.amountMinor, reason: disputes.reason })
    .from(disputes)
    .where(
      and(
        eq(disputes.customerId, customerId),
        lte(disputes.openedOn, asOf),
        or(
          isNull(disputes.resolvedAt),
          gt(sql`(${disputes.resolvedAt} at time zone ${timeZone})::date`, asOf),
        ),
      ),
    )
    .orderBy(disputes.openedOn, disputes.id);
  const promised = await standingPromises(tx, customerId, asOf);
  const claims = new Map<string, Claims>();
  for (const { documentId, amountMinor, reason } of contested) {
    const before = claims.get(documentId)?.disputedMinor ?? 0;
    claims.set(documentId, {
      disputedMinor: toMinor(before + amountMinor),
      disputeReason: reason,
      promise: null,
    });
  }
  for (const { documentId, promisedFor, amountMinor, status } of promised) {
    const isBroken = status === 'broken' || status === 'partly_kept';
    const promise = status === 'kept' ? null : { promisedFor, amountMinor, isBroken, partMinor: null };
    claims.set(documentId, { ...(claims.get(documentId) ?? NOTHING), promise });
  }
  const promisedIds = new Set([...claims].flatMap(([id, { promise }]) => (promise ? id : [])));
  const forAccount = await accountPromises(tx, { customerId, asOf }, { disputes: contested, promisedIds });
  for (const [documentId, promise] of forAccount)
    claims.set(documentId, { ...(claims.get(documentId) ?? NOTHING), promise });
  return claims;
}

const NOTHING: Claims = { disputedMinor: toMinor(0), disputeReason: null, promise: null };

/** Promises of single invoices that were not cancelled, the latest last, and what has become of each. */
async function standingPromises(tx: Tx, customerId: string, asOf: PlainDate) {
  const graceDays = await promiseGraceDays(tx);
  const rows = await tx
    .select({
      documentId: promises.documentId,
      promisedFor: promises.promisedFor,
      amountMinor: promises.amountMinor,
      receivedMinor: receivedMinor({ asOf, knownAt: null, graceDays }),
    })
    .from(promises)
    .where(
      and(
        eq(promises.customerId, customerId),
        isNotNull(promises.documentId),
        lte(promises.promisedOn, asOf),
        isNull(promises.cancelledAt),
      ),
    )
    .orderBy(promises.promisedOn, promises.id);
  return rows.flatMap(({ documentId, ...row }) => {
    const status = promiseStatus({ ...row, isCancelled: false }, asOf, graceDays);
    return documentId ? [{ ...row, documentId, status }] : [];
  });
}
