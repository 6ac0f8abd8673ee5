import { and, eq, inArray, max, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type HealthBand, healthBand, healthOf } from '@/lib/domain/health';
import type { BooksAt } from '../expressions';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { IS_REVERSED } from './document-book';
import { healthFacts } from './health-facts';

/** How a customer pays, in short. */
export interface CustomerStanding {
  /** Null: too little history, or none. */
  readonly band: HealthBand | null;
  /** 0 to 100, null with the band. */
  readonly score: number | null;
  /** The day of the last payment that was not taken back, in whatever currency; null when there was none. */
  readonly lastPaidOn: PlainDate | null;
}

/** How some customers pay, by id: of each that is asked for. */
export async function customerStandings(
  tx: Tx,
  at: BooksAt,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, CustomerStanding>> {
  if (customerIds.length === 0) return new Map();
  const facts = new Map((await healthFacts(tx, [at], customerIds)).map((each) => [each.customerId, each]));
  const payments = await tx
    .select({ customerId: documents.customerId, paidOn: max(documents.documentDate) })
    .from(documents)
    .where(
      and(
        inArray(documents.customerId, [...customerIds]),
        eq(documents.kind, 'payment'),
        sql`${documents.documentDate} <= ${at.asOf}`,
        sql`not ${IS_REVERSED}`,
      ),
    )
    .groupBy(documents.customerId);
  const lastPaid = new Map(payments.map(({ customerId, paidOn }) => [customerId, paidOn]));
  return new Map(
    customerIds.map((id) => {
      const known = facts.get(id);
      const score = (known && healthOf(known)?.score) ?? null;
      const band = score === null ? null : healthBand(score);
      return [id, { band, score, lastPaidOn: lastPaid.get(id) ?? null }];
    }),
  );
}
