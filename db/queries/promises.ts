import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { type PromiseStatus, promiseStatus } from '@/lib/domain/promise';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { promiseGraceDays, receivedMinor } from './promise-receipts';

/** A promise to pay, and what has come of it. */
export interface PromiseRow {
  readonly promiseId: string;
  readonly customerId: string;
  /** Null when it is for the account. */
  readonly documentId: string | null;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly receivedMinor: Minor;
  readonly promisedFor: PlainDate;
  readonly promisedOn: PlainDate;
  readonly note: string | null;
  readonly status: PromiseStatus;
}

/** Which promises are meant; all when nothing is given. */
export interface PromiseFilter {
  readonly promiseId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly currency?: string;
  /** Without those that were taken back. */
  readonly isKeptUp?: true;
}

/** Promises as of the close of a day, the latest first, one page. */
export async function promiseList(
  tx: Tx,
  asOf: PlainDate,
  { promiseId, customerId, currency, isKeptUp }: PromiseFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<PromiseRow[]> {
  const graceDays = await promiseGraceDays(tx);
  const rows = await tx
    .select({
      promiseId: promises.id,
      customerId: promises.customerId,
      documentId: promises.documentId,
      currency: promises.currency,
      amountMinor: promises.amountMinor,
      receivedMinor: receivedMinor({ asOf, knownAt: null, graceDays }),
      promisedFor: promises.promisedFor,
      promisedOn: promises.promisedOn,
      note: promises.note,
      isCancelled: sql<boolean>`${promises.cancelledAt} is not null`,
    })
    .from(promises)
    .where(
      and(
        promiseId ? eq(promises.id, promiseId) : lte(promises.promisedOn, asOf),
        customerId ? eq(promises.customerId, customerId) : undefined,
        currency ? eq(promises.currency, currency) : undefined,
        isKeptUp ? isNull(promises.cancelledAt) : undefined,
      ),
    )
    .orderBy(desc(promises.promisedOn), desc(promises.id))
    .limit(limit)
    .offset(offset);
  return rows.map(({ isCancelled, ...row }) => ({
    ...row,
    status: promiseStatus({ ...row, isCancelled }, asOf, graceDays),
  }));
}
