import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { type Minor, toMinor } from '@/lib/domain/money';
import { paymentRefunds } from '../schema/payment-gateways';
import { paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';

/** A payment that came by card: the provider's number of it, and what of it has not been given back to the card. */
export interface CardPayment {
  readonly providerReference: string;
  readonly currency: string;
  readonly refundableMinor: Minor;
}

/** How a payment came by card; null when it came otherwise, or is not there. For staff. */
export async function cardPayment(tx: Tx, documentId: string): Promise<CardPayment | null> {
  const given = sql`coalesce((select sum(amount_minor) from ${paymentRefunds}
    where payment_refunds.intent_id = payment_intents.id), 0)`;
  const [row] = await tx
    .select({
      providerReference: paymentIntents.providerReference,
      currency: paymentIntents.currency,
      refundableMinor: sql<Minor>`(${paymentIntents.amountMinor} - ${given})::bigint`.mapWith(toMinor),
    })
    .from(paymentIntents)
    .where(
      and(
        eq(paymentIntents.documentId, documentId),
        eq(paymentIntents.provider, 'stripe'),
        isNotNull(paymentIntents.providerReference),
      ),
    );
  return row?.providerReference ? { ...row, providerReference: row.providerReference } : null;
}
