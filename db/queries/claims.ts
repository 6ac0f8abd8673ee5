import { and, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';

/** What a customer said of an invoice: that it contests some of it, or that it will pay some of it by a day. */
export interface Claims {
  /** Contested and not resolved; 0 when nothing is. */
  readonly disputedMinor: Minor;
  /** Why, of the latest dispute. */
  readonly disputeReason: string | null;
  /** The latest promise that still stands; null when there is none. */
  readonly promise: Promised | null;
}

/** A promise, and whether its day went by before that much had arrived. */
interface Promised {
  readonly promisedFor: PlainDate;
  readonly amountMinor: Minor;
  readonly isBroken: boolean;
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
  const promised = await livePromises(tx, customerId, asOf);
  const claims = new Map<string, Claims>();
  for (const { documentId, amountMinor, reason } of contested) {
    const before = claims.get(documentId)?.disputedMinor ?? 0;
    claims.set(documentId, {
      disputedMinor: toMinor(before + amountMinor),
      disputeReason: reason,
      promise: null,
    });
  }
  for (const { documentId, promisedFor, amountMinor, arrivedMinor } of promised) {
    const isBroken = promisedFor < asOf && arrivedMinor < amountMinor;
    const promise = promisedFor < asOf && !isBroken ? null : { promisedFor, amountMinor, isBroken };
    claims.set(documentId, { ...(claims.get(documentId) ?? NOTHING), promise });
  }
  return claims;
}

const NOTHING: Claims = { disputedMinor: toMinor(0), disputeReason: null, promise: null };

/** Promises of single invoices, the latest last, with what arrived for the invoice from the promise to its day. */
async function livePromises(tx: Tx, customerId: string, asOf: PlainDate) {
  const arrived = sql<Minor>`coalesce((
    select sum(a.amount_minor) from ${allocations} a
    join ${openItems} d on d.id = a.debit_item_id
    join ${openItems} c on c.id = a.credit_item_id
    where d.document_id = ${promises.documentId} and c.kind = 'payment'
      and a.effective_on between ${promises.promisedOn} and ${promises.promisedFor}), 0)::bigint`;
  const rows = await tx
    .select({
      documentId: promises.documentId,
      promisedFor: promises.promisedFor,
      amountMinor: promises.amountMinor,
      arrivedMinor: arrived.mapWith(toMinor),
    })
    .from(promises)
    .innerJoin(documents, eq(documents.id, promises.documentId))
    .where(
      and(
        eq(promises.customerId, customerId),
        isNotNull(promises.documentId),
        lte(promises.promisedOn, asOf),
        isNull(promises.cancelledAt),
      ),
    )
    .orderBy(promises.promisedOn, promises.id);
  return rows.flatMap(({ documentId, ...row }) => (documentId ? [{ documentId, ...row }] : []));
}
