import { and, eq, isNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { CallOutcome } from '@/lib/domain/call-outcome';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { sumMinor } from '../expressions';
import { activity } from '../schema/activity';
import { calls } from '../schema/calls';
import { customers } from '../schema/customers';
import { promises } from '../schema/promises';
import { snoozes } from '../schema/snoozes';
import type { Tx } from '../scope';

/** At most so many deeds of a day are listed, the latest. */
const MOST = 200;

/** Something that was done about a customer on a day: a call, or leaving it alone until another day. */
export interface WorkDone {
  readonly id: string;
  readonly customerId: string;
  readonly customer: string;
  /** How a call went; null for a snooze. */
  readonly outcome: CallOutcome | null;
  /** Of a snooze: the day on which the customer is back. */
  readonly until: PlainDate | null;
  readonly said: string | null;
  readonly actorName: string | null;
  readonly at: Date;
}

/** How far a day's work has come. */
export interface WorkProgress {
  /** Customers that were called or snoozed, and the calls and snoozes themselves. */
  readonly doneCount: number;
  readonly deedCount: number;
  /** What was promised on the day, in one currency. */
  readonly promisedMinor: Minor;
}

/** What was done on a day and stands, the latest first. */
export function workDone(tx: Tx, asOf: PlainDate): Promise<WorkDone[]> {
  const called = tx
    .select({
      id: calls.id,
      customerId: calls.customerId,
      customer: customers.name,
      outcome: sql<CallOutcome | null>`${calls.outcome}`.as('outcome'),
      until: sql<PlainDate | null>`null::date`.as('until'),
      said: sql<string | null>`${calls.note}`.as('said'),
      actorName: actorOf(sql`${calls.id}`),
      at: calls.recordedAt,
    })
    .from(calls)
    .innerJoin(customers, eq(customers.id, calls.customerId))
    .where(and(eq(calls.calledOn, asOf), isNull(calls.withdrawnAt)));
  const snoozed = tx
    .select({
      id: snoozes.id,
      customerId: snoozes.customerId,
      customer: customers.name,
      outcome: sql<CallOutcome | null>`null::text`.as('outcome'),
      until: sql<PlainDate | null>`${snoozes.until}`.as('until'),
      said: sql<string | null>`${snoozes.reason}`.as('said'),
      actorName: actorOf(sql`${snoozes.id}`),
      at: snoozes.recordedAt,
    })
    .from(snoozes)
    .innerJoin(customers, eq(customers.id, snoozes.customerId))
    .where(and(eq(snoozes.snoozedOn, asOf), isNull(snoozes.endedAt)));
  return unionAll(called, snoozed).orderBy(sql`recorded_at desc`, sql`id`).limit(MOST);
}

/** How many customers were seen to on a day, and what they promised. */
export async function workProgress(
  tx: Tx,
  { asOf, currency }: { readonly asOf: PlainDate; readonly currency: string },
): Promise<WorkProgress> {
  const [done] = await tx.execute<{ customers: number; deeds: number }>(sql`
    select count(distinct customer_id)::int as customers, count(*)::int as deeds from (
      select customer_id from ${calls} where called_on = ${asOf} and withdrawn_at is null
      union all select customer_id from ${snoozes} where snoozed_on = ${asOf} and ended_at is null) as seen`);
  const [promised] = await tx
    .select({ promisedMinor: sumMinor(promises.amountMinor) })
    .from(promises)
    .where(and(eq(promises.promisedOn, asOf), eq(promises.currency, currency), isNull(promises.cancelledAt)));
  if (!done || !promised) throw new Error('a sum without a row');
  return { doneCount: done.customers, deedCount: done.deeds, promisedMinor: promised.promisedMinor };
}

function actorOf(id: ReturnType<typeof sql>) {
  return sql<string | null>`(select a.actor_name from ${activity} a where a.object_id = ${id}
    order by a.sequence limit 1)`.as('actor_name');
}
