import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { groupBy } from '@/lib/group-by';
import { disputes } from '../schema/disputes';
import type { Tx } from '../scope';
import { promiseGraceDays } from './promise-receipts';
import { dividedPromises, type StandingPromise, standingPromises } from './standing-promises';

/** A promise that was not kept so far. */
interface Promised extends Pick<StandingPromise, 'promisedFor' | 'amountMinor' | 'isBroken'> {
  /** Given for the account: `amountMinor` is for several invoices together, of which this one has `partMinor`; null for its own. */
  readonly partMinor: Minor | null;
}

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
  const moment = { asOf, knownAt: null, graceDays: await promiseGraceDays(tx) };
  const promised = await standingPromises(tx, moment, sql`customer_id = ${customerId}`);
  const claims = new Map<string, Claims>();
  for (const { documentId, amountMinor, reason } of contested) {
    const before = claims.get(documentId)?.disputedMinor ?? 0;
    claims.set(documentId, {
      disputedMinor: toMinor(before + amountMinor),
      disputeReason: reason,
      promise: null,
    });
  }
  const tell = (documentId: string, of: StandingPromise, partMinor: Minor | null) => {
    const promise = {
      promisedFor: of.promisedFor,
      amountMinor: of.amountMinor,
      isBroken: of.isBroken,
      partMinor,
    };
    claims.set(documentId, { ...(claims.get(documentId) ?? NOTHING), promise });
  };
  for (const promise of promised) if (promise.documentId) tell(promise.documentId, promise, null);
  const promisedIds = new Set(promised.flatMap(({ documentId }) => documentId ?? []));
  const accounts = promised.filter(({ documentId }) => documentId === null);
  // Of each currency one, so mostly one in all.
  for (const [currency, ofCurrency] of groupBy(accounts, (promise) => promise.currency)) {
    const said = { disputes: contested, promisedIds };
    const divided = await dividedPromises(tx, { ...moment, currency }, ofCurrency, said);
    for (const [documentId, { promise, partMinor }] of divided) tell(documentId, promise, partMinor);
  }
  return claims;
}

const NOTHING: Claims = { disputedMinor: toMinor(0), disputeReason: null, promise: null };
