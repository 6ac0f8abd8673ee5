import { type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { calls } from '../schema/calls';
import { promises } from '../schema/promises';
import { snoozes } from '../schema/snoozes';
import { receivedMinor } from './promise-receipts';

/** Whether a customer, by a query's own column of ids, is neither snoozed beyond a day nor called on it. Both are read once. */
export function isFree(customerId: SQL, { asOf }: { readonly asOf: PlainDate }): SQL {
  return sql`${customerId} <> all (array(
    select ${snoozes.customerId} from ${snoozes} where ${snoozes.endedAt} is null and ${snoozes.until} > ${asOf}
    union all
    select ${calls.customerId} from ${calls} where ${calls.calledOn} = ${asOf} and ${calls.withdrawnAt} is null))`;
}

/**
 * Whether less than half of an amount of a customer is promised for a day that has not gone by: before that, asking again is of
 * no use. A promise for less does not keep the rest from being asked for.
 */
export function isUnpromised(
  customerId: SQL,
  amount: SQL,
  day: { readonly asOf: PlainDate; readonly currency: string; readonly graceDays: number },
): SQL {
  // Read once, so that only of those who promised something the promises are summed up.
  return sql`(${customerId} <> all (array(select promises.customer_id from ${promises} where ${isRunning(day)}))
    or 2 * coalesce((select sum(promises.amount_minor) from ${promises}
      where promises.customer_id = ${customerId} and ${isRunning(day)}), 0) < ${amount})`;
}

/** Of a row of `promises`, the table by its own name: whether it runs on a day, in one currency, and is not kept yet. */
export function isRunning({
  asOf,
  currency,
  graceDays,
}: {
  readonly asOf: PlainDate;
  readonly currency: string;
  readonly graceDays: number;
}): SQL {
  return sql`promises.currency = ${currency} and promises.cancelled_at is null and promises.promised_on <= ${asOf}
    and promises.promised_for + ${graceDays}::int >= ${asOf}
    and ${receivedMinor({ asOf, knownAt: null, graceDays })} < promises.amount_minor`;
}
