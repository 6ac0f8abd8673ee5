import { type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type Claims, promisedParts } from '@/lib/domain/forecast/claimed';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { BooksAt } from '../expressions';
import type { Tx } from '../scope';
import { type FactsMoment, promisedAt } from './explore-facts';
import { openBook } from './open-book';

/** A promise that was not kept so far: the latest of an invoice, or of a customer's account in a currency. */
export interface StandingPromise {
  readonly customerId: string;
  /** Null: it was given for the account. */
  readonly documentId: string | null;
  readonly currency: string;
  readonly promisedFor: PlainDate;
  readonly amountMinor: Minor;
  /** What has not arrived of it. */
  readonly restMinor: Minor;
  /** Its last day went by. */
  readonly isBroken: boolean;
}

/** Promises that stand at the close of a day, of those that `which` says of the columns of `promisedAt`. For staff and portal. */
export async function standingPromises(tx: Tx, moment: FactsMoment, which: SQL): Promise<StandingPromise[]> {
  const rows =
    await tx.execute<Row>(sql`select customer_id, document_id, currency, promised_for::text as promised_for,
    promised_minor::text as promised_minor, promised_left::text as promised_left, is_broken
    from ${promisedAt(moment)} as promised where ${which}`);
  return rows.map((row) => ({
    customerId: row.customer_id,
    documentId: row.document_id,
    currency: row.currency,
    promisedFor: row.promised_for,
    amountMinor: toMinor(row.promised_minor),
    restMinor: toMinor(row.promised_left),
    isBroken: row.is_broken,
  }));
}

interface Row extends Record<string, unknown> {
  readonly customer_id: string;
  readonly document_id: string | null;
  readonly currency: string;
  readonly promised_for: PlainDate;
  readonly promised_minor: string;
  readonly promised_left: string;
  readonly is_broken: boolean;
}

/** What was said of single invoices. */
interface SaidOfInvoices extends Pick<Claims, 'disputes'> {
  /** Invoices that have a promise of their own, which is told in place of the account's. */
  readonly promisedIds: ReadonlySet<string>;
}

/** What an invoice has of a promise for its customer's account. */
interface PromisedPart {
  readonly promise: StandingPromise;
  readonly partMinor: Minor;
}

/**
 * Promises for accounts in the currency of the books by the invoices that they are for: what has not arrived of them is taken out of
 * what is open as in the forecast.
 */
export async function dividedPromises(
  tx: Tx,
  at: BooksAt,
  accounts: readonly StandingPromise[],
  { disputes, promisedIds }: SaidOfInvoices,
): Promise<Map<string, PromisedPart>> {
  const promiseOf = new Map(accounts.map((promise) => [promise.customerId, promise]));
  const book = await openBook(tx, at, [...promiseOf.keys()]);
  const free = book.filter(({ documentId }) => !promisedIds.has(documentId));
  const parts = promisedParts(free, { disputes, promises: accounts });
  const divided = new Map<string, PromisedPart>();
  for (const { documentId, customerId } of free) {
    const [promise, partMinor] = [promiseOf.get(customerId), parts.get(documentId)];
    if (promise && partMinor !== undefined) divided.set(documentId, { promise, partMinor });
  }
  return divided;
}
