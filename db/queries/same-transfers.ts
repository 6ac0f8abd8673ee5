import { and, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { isOneOf } from '../one-of';
import { documents, paymentDetails } from '../schema/documents';
import { paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';

/** Days by which a transfer may be there before the day on which its payer says to have sent it. */
const EARLIER = 5;

/** A payment that was booked without the notice of it. */
export interface SameTransfer {
  readonly documentId: string;
  readonly number: string;
  readonly receivedOn: PlainDate;
}

/**
 * By intent, the payment that may be the very money: of the same customer, amount and currency, from the days since it was sent,
 * standing, and belonging to no other notice; one that names the reference before others, then the nearest day. For staff.
 */
export async function sameTransfers(
  tx: Tx,
  intentIds: readonly string[],
): Promise<ReadonlyMap<string, SameTransfer>> {
  if (intentIds.length === 0) return new Map();
  const namesIt = sql`position(${paymentIntents.reference} in coalesce(${paymentDetails.reference}, '')) > 0`;
  const rows = await tx
    .selectDistinctOn([paymentIntents.id], {
      intentId: paymentIntents.id,
      documentId: documents.id,
      number: documents.number,
      receivedOn: documents.documentDate,
    })
    .from(paymentIntents)
    .innerJoin(
      documents,
      sql`${documents.customerId} = ${paymentIntents.customerId} and ${documents.kind} = 'payment'
        and ${documents.currency} = ${paymentIntents.currency} and ${documents.amountMinor} = -${paymentIntents.amountMinor}
        and ${documents.documentDate} >= ${paymentIntents.sentOn} - ${EARLIER}::int`,
    )
    .innerJoin(paymentDetails, sql`${paymentDetails.documentId} = ${documents.id}`)
    .where(
      and(
        isOneOf(paymentIntents.id, intentIds),
        sql`not exists (select from ${documents} r where r.reverses_id = ${documents.id})`,
        sql`not exists (select from ${paymentIntents} o where o.document_id = ${documents.id})`,
      ),
    )
    .orderBy(
      paymentIntents.id,
      sql`${namesIt} desc`,
      sql`abs(${documents.documentDate} - ${paymentIntents.sentOn})`,
      documents.number,
    );
  return new Map(rows.map(({ intentId, ...payment }) => [intentId, payment]));
}
