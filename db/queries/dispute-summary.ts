import { asc, desc, eq, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, ZERO } from '@/lib/domain/money';
import { type BooksAt, countRows, sumMinor } from '../expressions';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { disputesAt } from './disputes-at';

/** Reasons, and disputes, that are listed at most. */
const REASONS = 10;
const LISTED = 20;

/** A dispute that lasts. */
interface DisputeLine {
  readonly disputeId: string;
  readonly customerId: string;
  readonly customer: string;
  /** The collector; null when nobody is named. */
  readonly owner: string | null;
  readonly documentId: string;
  readonly number: string;
  readonly amountMinor: Minor;
  readonly reason: string;
  readonly openedOn: PlainDate;
  /** Days since it was opened. */
  readonly ageDays: number;
}

/** Disputes of one reason. */
interface DisputeReason {
  readonly reason: string;
  readonly count: number;
  readonly amountMinor: Minor;
  readonly oldestDays: number;
}

/** What is contested in one currency. */
export interface DisputeSummary {
  readonly count: number;
  readonly amountMinor: Minor;
  /** The largest amounts first, at most 10. */
  readonly reasons: readonly DisputeReason[];
  /** The oldest first, at most 20. */
  readonly rows: readonly DisputeLine[];
}

/** The disputes that last: by reason, and one by one. */
export async function disputeSummary(tx: Tx, at: BooksAt): Promise<DisputeSummary> {
  const contested = disputesAt(at);
  const age = sql<number>`(${at.asOf}::date - ${contested.openedOn})`.mapWith(Number);
  const amountMinor = sumMinor(contested.amountMinor);
  const [all] = await tx.select({ count: countRows(), amountMinor }).from(contested);
  const reasons = await tx
    .select({
      reason: contested.reason,
      count: countRows(),
      amountMinor,
      oldestDays: sql<number>`max(${age})`.mapWith(Number),
    })
    .from(contested)
    .groupBy(contested.reason)
    .orderBy(desc(amountMinor), asc(contested.reason))
    .limit(REASONS);
  const rows = await tx
    .select({
      disputeId: contested.disputeId,
      customerId: contested.customerId,
      customer: customers.name,
      owner: customers.owner,
      documentId: contested.documentId,
      number: contested.number,
      amountMinor: contested.amountMinor,
      reason: contested.reason,
      openedOn: contested.openedOn,
      ageDays: age,
    })
    .from(contested)
    .innerJoin(customers, eq(customers.id, contested.customerId))
    .orderBy(asc(contested.openedOn), asc(contested.disputeId))
    .limit(LISTED);
  return { ...(all ?? { count: 0, amountMinor: ZERO }), reasons, rows };
}
