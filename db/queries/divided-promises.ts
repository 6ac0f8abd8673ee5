import { sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { promisedParts } from '@/lib/domain/forecast/claimed';
import { type Minor, toMinor } from '@/lib/domain/money';
import { type BooksAt, idList } from '../expressions';
import type { Tx } from '../scope';
import { accountPromisedAt, disputedAt, type FactsMoment, promisedAt } from './explore-facts';
import { openBook } from './open-book';

/** What an invoice has of a promise for its customer's account. */
export interface DividedPromise {
  readonly documentId: string;
  readonly promisedFor: PlainDate;
  readonly partMinor: Minor;
  readonly isBroken: boolean;
}

/**
 * Promises for whole accounts by the invoices that they are for, of all customers in a currency at the close of a day: what has not
 * arrived is taken out of what is open as in the forecast. The twin of `accountPromises`; invoices with a promise of their own have none.
 */
export async function dividedPromises(tx: Tx, moment: FactsMoment & BooksAt): Promise<DividedPromise[]> {
  const latest = await tx.execute<Latest>(sql`select customer_id, promised_for::text as promised_for,
    promised_left::text as promised_left, is_broken from ${accountPromisedAt(moment, moment.currency)} as latest`);
  if (latest.length === 0) return [];
  const customerIds = latest.map(({ customer_id }) => customer_id);
  const book = await openBook(tx, moment, customerIds);
  const { disputes, promisedIds } = await saidOf(
    tx,
    moment,
    book.map(({ documentId }) => documentId),
  );
  const promises = latest.map(({ customer_id, promised_for, promised_left }) => ({
    customerId: customer_id,
    documentId: null,
    promisedFor: promised_for,
    restMinor: toMinor(promised_left),
  }));
  const free = book.filter(({ documentId }) => !promisedIds.has(documentId));
  const parts = promisedParts(free, { disputes, promises });
  const customerOf = new Map(free.map(({ documentId, customerId }) => [documentId, customerId]));
  const promiseOf = new Map(latest.map((row) => [row.customer_id, row]));
  return [...parts].flatMap(([documentId, partMinor]) => {
    const promise = promiseOf.get(customerOf.get(documentId) ?? '');
    if (!promise) return [];
    return { documentId, partMinor, promisedFor: promise.promised_for, isBroken: promise.is_broken };
  });
}

interface Latest extends Record<string, unknown> {
  readonly customer_id: string;
  readonly promised_for: PlainDate;
  readonly promised_left: string;
  readonly is_broken: boolean;
}

/** What is contested of invoices, and which of them have a promise of their own. */
async function saidOf(tx: Tx, moment: FactsMoment, documentIds: readonly string[]) {
  const ids = idList(documentIds);
  const contested = await tx.execute<{ document_id: string; disputed: string }>(sql`
    select document_id, disputed_minor::text as disputed from ${disputedAt(moment)} as d where document_id = any(${ids})`);
  const promised = await tx.execute<{ document_id: string }>(sql`
    select document_id from ${promisedAt(moment)} as p where document_id = any(${ids})`);
  return {
    disputes: contested.map(({ document_id, disputed }) => ({
      documentId: document_id,
      amountMinor: toMinor(disputed),
    })),
    promisedIds: new Set(promised.map(({ document_id }) => document_id)),
  };
}
