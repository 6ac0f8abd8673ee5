import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { customers } from '../schema/customers';
import { promises } from '../schema/promises';
import { snoozes } from '../schema/snoozes';
import type { Tx } from '../scope';
import { isRunning } from './left-alone';
import { promiseGraceDays } from './promise-receipts';

/** At most so many of either sort are listed, the next ones. */
const MOST = 100;

/** A customer that is left alone until a day. */
export interface SnoozedCustomer {
  readonly snoozeId: string;
  readonly customerId: string;
  readonly customer: string;
  readonly until: PlainDate;
  readonly reason: string | null;
}

/** A promise that is waited for. */
export interface AwaitedPromise {
  readonly promiseId: string;
  readonly customerId: string;
  readonly customer: string;
  readonly amountMinor: Minor;
  readonly promisedFor: PlainDate;
}

interface WaitingDay {
  readonly asOf: PlainDate;
  readonly currency: string;
}

/** How many customers are left alone until a later day, and how many promises in one currency are waited for, together. */
export async function waitingCount(tx: Tx, { asOf, currency }: WaitingDay): Promise<number> {
  const graceDays = await promiseGraceDays(tx);
  const snoozed = await tx.$count(snoozes, and(isNull(snoozes.endedAt), gt(snoozes.until, asOf)));
  return snoozed + (await tx.$count(promises, isRunning({ asOf, currency, graceDays })));
}

/** Who is left alone until a later day, and which promises are waited for in one currency; what comes first, first. */
export async function workWaiting(
  tx: Tx,
  { asOf, currency }: WaitingDay,
): Promise<{ snoozed: SnoozedCustomer[]; awaited: AwaitedPromise[] }> {
  const graceDays = await promiseGraceDays(tx);
  const snoozed = await tx
    .select({
      snoozeId: snoozes.id,
      customerId: snoozes.customerId,
      customer: customers.name,
      until: snoozes.until,
      reason: snoozes.reason,
    })
    .from(snoozes)
    .innerJoin(customers, eq(customers.id, snoozes.customerId))
    .where(and(isNull(snoozes.endedAt), gt(snoozes.until, asOf)))
    .orderBy(asc(snoozes.until), asc(customers.name), asc(snoozes.id))
    .limit(MOST);
  const awaited = await tx
    .select({
      promiseId: promises.id,
      customerId: promises.customerId,
      customer: customers.name,
      amountMinor: promises.amountMinor,
      promisedFor: promises.promisedFor,
    })
    .from(promises)
    .innerJoin(customers, eq(customers.id, promises.customerId))
    .where(isRunning({ asOf, currency, graceDays }))
    .orderBy(asc(promises.promisedFor), asc(customers.name), asc(promises.id))
    .limit(MOST);
  return { snoozed, awaited };
}
