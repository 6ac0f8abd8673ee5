import { and, desc, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type Ranked, rankWork, type WorkKind } from '@/lib/domain/worklist';
import type { WorkFilters } from '@/lib/worklist-filters';
import { isLabelled } from '../customer-labels';
import { calls } from '../schema/calls';
import type { Tx } from '../scope';
import { lateAccounts } from './late-accounts';
import { openDisputes } from './open-disputes';

/** Customers on one page of the worklist. */
export const WORK_PAGE = 50;
/** So many late accounts are ranked, the largest; the others are counted. */
const RANKED = 120;
/** So many disputes are listed, the largest. */
const DISPUTES = 1_000;

/** Which part of the work is asked for. */
export type WorkAsked = Pick<WorkFilters, 'currency' | 'owner' | 'tag' | 'bucket'> & {
  readonly asOf: PlainDate;
  readonly bounds: readonly number[];
};

/** What there is to do, best first, and how much of each sort. */
export interface Worklist extends Ranked {
  /** Customers to call and to decide on, and disputes. */
  readonly counts: Readonly<Record<WorkKind, number>>;
  /** Late customers in all, more than are ranked when there are very many. */
  readonly lateCount: number;
}

/**
 * The customers that there is something to do about on a day, from the books as they are: nobody who is snoozed, was called
 * today, or has promised most of what is late. Every open dispute is among its disputes.
 */
export async function worklist(tx: Tx, asked: WorkAsked): Promise<Worklist> {
  const where = (customerId: SQL) => and(...isLabelled(customerId, { ...asked, knownAt: null }));
  const { accounts, count } = await lateAccounts(tx, asked, {
    most: RANKED,
    where,
    having: inBucket(asked),
  });
  // A dispute is answered for what it is about, however late that is.
  const disputes = asked.bucket === null ? await openDisputes(tx, asked, { most: DISPUTES, where }) : [];
  const ids = [...new Set([...accounts, ...disputes].map(({ customerId }) => customerId))];
  const ranked = rankWork({ accounts, disputes, lastCalls: await lastCallsOf(tx, ids) }, asked.asOf);
  const countOf = (kind: WorkKind) => ranked.works.filter((work) => work.kind === kind).length;
  const counts = { call: countOf('call'), dispute: ranked.disputes.length, decide: countOf('decide') };
  return { ...ranked, counts, lateCount: count };
}

/** By customer, the day of the last call that stands; those that were never called are left out. */
export async function lastCallsOf(tx: Tx, customerIds: readonly string[]): Promise<Map<string, PlainDate>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([calls.customerId], { customerId: calls.customerId, calledOn: calls.calledOn })
    .from(calls)
    .where(and(inArray(calls.customerId, [...customerIds]), isNull(calls.withdrawnAt)))
    .orderBy(calls.customerId, desc(calls.calledOn));
  return new Map(rows.map(({ customerId, calledOn }) => [customerId, calledOn]));
}

/** Of a group of items by customer: whether its oldest is in the bucket. */
function inBucket({ bucket, bounds }: WorkAsked): SQL | undefined {
  if (bucket === null) return undefined;
  const [from, to] = [bounds[bucket - 1] ?? 0, bounds[bucket]];
  return and(sql`max(items.days) > ${from}`, to === undefined ? undefined : sql`max(items.days) <= ${to}`);
}
