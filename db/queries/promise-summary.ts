import { and, asc, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import type { BooksAt } from '../expressions';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { promiseGraceDays } from './promise-receipts';
import { promisesAt } from './promises-at';
import { type PromisesComing, promisesComing } from './promises-coming';

/** Promises listed of each sort. */
const LISTED = 20;
/** Days back in which a promise broke lately. */
const LATELY_DAYS = 30;

/** A promise, and what came of it so far. */
export interface PromiseLine {
  readonly promiseId: string;
  readonly customerId: string;
  readonly customer: string;
  readonly documentId: string | null;
  /** Of the invoice; null when the promise is for the account. */
  readonly number: string | null;
  readonly amountMinor: Minor;
  readonly receivedMinor: Minor;
  readonly promisedFor: PlainDate;
  /** With grace: broken from the day after. */
  readonly lastOn: PlainDate;
  readonly note: string | null;
}

/** What was promised in one currency. */
export interface PromiseSummary extends PromisesComing {
  /** Live promises, the soonest first, at most 20. */
  readonly dueSoon: readonly PromiseLine[];
  /** Promises that broke in the last 30 days, kept in part or not at all, the latest first, at most 20. */
  readonly brokenLately: readonly PromiseLine[];
}

/** What is promised, what was broken lately, and how far promises are kept. */
export async function promiseSummary(tx: Tx, at: BooksAt): Promise<PromiseSummary> {
  const promised = promisesAt(at, await promiseGraceDays(tx));
  const isShort = lt(promised.receivedMinor, promised.amountMinor);
  const lines = (which: SQL | undefined, order: SQL) =>
    tx
      .select({
        promiseId: promised.promiseId,
        customerId: promised.customerId,
        customer: customers.name,
        documentId: promised.documentId,
        number: documents.number,
        amountMinor: promised.amountMinor,
        receivedMinor: promised.receivedMinor,
        promisedFor: promised.promisedFor,
        lastOn: promised.lastOn,
        note: promised.note,
      })
      .from(promised)
      .innerJoin(customers, eq(customers.id, promised.customerId))
      .leftJoin(documents, eq(documents.id, promised.documentId))
      .where(and(isShort, which))
      .orderBy(order, promised.promiseId)
      .limit(LISTED);
  const brokeLately = and(lt(promised.lastOn, at.asOf), gte(promised.lastOn, addDays(at.asOf, -LATELY_DAYS)));
  return {
    ...(await promisesComing(tx, at)),
    dueSoon: await lines(gte(promised.lastOn, at.asOf), asc(promised.promisedFor)),
    brokenLately: await lines(brokeLately, desc(promised.lastOn)),
  };
}
