import { inArray, sql } from 'drizzle-orm';
import type { PaymentFact } from '@/lib/sources/facts';
import type { Reason } from '@/lib/sources/reasons';
import { inChunks } from '../../chunks';
import { sourceRows } from '../../schema/source-rows';
import type { Tx } from '../../scope';

/** A payment that is to be booked. */
interface Paying {
  readonly sourceId: string;
  readonly fact: PaymentFact;
  readonly customerId: string;
}

/** Why a payment is set aside. */
interface Doubt {
  readonly reason: Reason;
  readonly detail: string;
}

/** Of payments, those that pay what is not booked, or is somebody else's, by their name there. */
export async function paysWhat(
  tx: Tx,
  connectionId: string,
  payments: readonly Paying[],
): Promise<Map<string, Doubt>> {
  const ids = [...new Set(payments.flatMap(({ fact }) => fact.parts.map(({ id }) => id)))];
  const papers = new Map<string, { customerId: string | null; currency: string | null; isBooked: boolean }>();
  await inChunks(ids, async (chunk) => {
    const found = await tx
      .select({
        object: sourceRows.object,
        sourceId: sourceRows.sourceId,
        customerId: sourceRows.customerId,
        currency: sourceRows.currency,
        isBooked: sql<boolean>`${sourceRows.documentId} is not null and ${sourceRows.goneAt} is null`,
      })
      .from(sourceRows)
      .where(sql`${sourceRows.connectionId} = ${connectionId} and ${sourceRows.object} in ('invoice', 'credit_memo')
        and ${inArray(sourceRows.sourceId, chunk)}`);
    for (const { object, sourceId, ...paper } of found) papers.set(`${object} ${sourceId}`, paper);
  });
  const doubtful = new Map<string, Doubt>();
  for (const { sourceId, fact, customerId } of payments)
    for (const { object, id } of fact.parts) {
      const paper = papers.get(`${object} ${id}`);
      const name = `${object === 'invoice' ? 'invoice' : 'credit memo'} with the id ${id}`;
      if (!paper?.isBooked)
        doubtful.set(sourceId, { reason: 'unknown_paper', detail: `It names the ${name}.` });
      else if (paper.currency !== fact.currency)
        doubtful.set(sourceId, { reason: 'other_currency', detail: `The ${name} is in ${paper.currency}.` });
      else if (paper.customerId !== customerId)
        doubtful.set(sourceId, { reason: 'other_customer', detail: `It names the ${name}.` });
    }
  return doubtful;
}
