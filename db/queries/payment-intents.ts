import { and, asc, count, desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { type IntentStanding, intentStanding } from '@/lib/domain/payment-intent';
import type { PaymentProvider } from '@/lib/payment-provider';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import { paymentIntentParts, paymentIntents } from '../schema/payment-intents';
import type { Tx } from '../scope';

/** Intents and notices that are listed at once. */
const LISTED = 200;

/** An intent to pay as its customer sees it. */
export interface PaymentIntent {
  readonly id: string;
  readonly provider: PaymentProvider;
  readonly reference: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly creditMinor: Minor;
  readonly startedAt: Date;
  /** The day on which the payer says to have sent it; null while nobody said so. */
  readonly sentOn: PlainDate | null;
  readonly standing: IntentStanding;
  /** What staff said when they found no such money; null unless they did. */
  readonly dismissReason: string | null;
  /** The payment that was booked; null until then. */
  readonly documentId: string | null;
}

const INTENT = {
  id: paymentIntents.id,
  provider: paymentIntents.provider,
  reference: paymentIntents.reference,
  currency: paymentIntents.currency,
  amountMinor: paymentIntents.amountMinor,
  creditMinor: paymentIntents.creditMinor,
  startedAt: paymentIntents.recordedAt,
  sentOn: paymentIntents.sentOn,
  dismissReason: paymentIntents.dismissReason,
  documentId: paymentIntents.documentId,
  noticedAt: paymentIntents.noticedAt,
  dismissedAt: paymentIntents.dismissedAt,
  withdrawnAt: paymentIntents.withdrawnAt,
};

/** An open item that a payment is for, and how much of it. */
export interface IntentPart {
  readonly itemId: string;
  readonly documentId: string;
  readonly number: string;
  readonly amountMinor: Minor;
}

/** One intent of the customer that asks, with what it is for, oldest due first; null when there is none. For the portal. */
export async function portalIntent(
  tx: Tx,
  id: string,
): Promise<(PaymentIntent & { readonly parts: readonly IntentPart[] }) | null> {
  const [row] = await tx.select(INTENT).from(paymentIntents).where(eq(paymentIntents.id, id));
  if (!row) return null;
  const parts = await tx
    .select({
      itemId: openItems.id,
      documentId: documents.id,
      number: documents.number,
      amountMinor: paymentIntentParts.amountMinor,
    })
    .from(paymentIntentParts)
    .innerJoin(openItems, eq(openItems.id, paymentIntentParts.itemId))
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .where(eq(paymentIntentParts.intentId, id))
    .orderBy(asc(openItems.dueOn), asc(documents.number), asc(openItems.id))
    .limit(LISTED);
  return { ...intentOf(row), parts };
}

/**
 * What the customer that asks set out to pay and is not settled: under way for at most 60 days, or not found by staff in the
 * last 14, newest first. For the portal.
 */
export async function pendingIntents(tx: Tx): Promise<PaymentIntent[]> {
  const rows = await tx
    .select(INTENT)
    .from(paymentIntents)
    .where(
      and(
        isNull(paymentIntents.documentId),
        isNull(paymentIntents.withdrawnAt),
        eq(paymentIntents.provider, 'transfer'),
        gt(paymentIntents.recordedAt, sql`now() - interval '60 days'`),
        or(
          isNull(paymentIntents.dismissedAt),
          gt(paymentIntents.dismissedAt, sql`now() - interval '14 days'`),
        ),
      ),
    )
    .orderBy(desc(paymentIntents.recordedAt))
    .limit(20);
  return rows.map(intentOf);
}

function intentOf(
  row: Omit<PaymentIntent, 'standing'> & Parameters<typeof intentStanding>[0],
): PaymentIntent {
  const { noticedAt, dismissedAt, withdrawnAt, ...intent } = row;
  const standing = intentStanding({ documentId: intent.documentId, noticedAt, dismissedAt, withdrawnAt });
  return { ...intent, standing };
}

/** A customer said that a transfer is on its way, and nobody has confirmed it yet. */
export interface PaymentNotice {
  readonly intentId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly reference: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly creditMinor: Minor;
  readonly sentOn: PlainDate;
  readonly noticedAt: Date;
  /** Numbers of the documents that it is for, at most five; none: the oldest. */
  readonly invoices: readonly string[];
}

/** The notices that wait for staff, the longest waiting first, at most 200. For staff. */
export async function paymentNotices(tx: Tx): Promise<PaymentNotice[]> {
  const rows = await tx
    .select({
      intentId: paymentIntents.id,
      customerId: paymentIntents.customerId,
      customerName: customers.name,
      reference: paymentIntents.reference,
      currency: paymentIntents.currency,
      amountMinor: paymentIntents.amountMinor,
      creditMinor: paymentIntents.creditMinor,
      sentOn: paymentIntents.sentOn,
      noticedAt: paymentIntents.noticedAt,
      invoices: sql<string[]>`coalesce((select json_agg(number) from (
        select distinct d.number from ${paymentIntentParts} p
          join ${openItems} i on i.id = p.item_id join ${documents} d on d.id = i.document_id
        where p.org_id = ${paymentIntents.orgId} and p.intent_id = ${paymentIntents.id}
        order by d.number limit 5) as named), '[]')`,
    })
    .from(paymentIntents)
    .innerJoin(customers, eq(customers.id, paymentIntents.customerId))
    .where(IS_WAITING)
    .orderBy(asc(paymentIntents.noticedAt), asc(paymentIntents.id))
    .limit(LISTED);
  return rows.flatMap(({ sentOn, noticedAt, ...row }) =>
    sentOn && noticedAt ? [{ ...row, sentOn, noticedAt }] : [],
  );
}

/** How many notices wait for staff. */
export async function paymentNoticeCount(tx: Tx): Promise<number> {
  const [row] = await tx.select({ waiting: count() }).from(paymentIntents).where(IS_WAITING);
  if (!row) throw new Error('a count returned no row');
  return row.waiting;
}

const IS_WAITING = and(
  isNotNull(paymentIntents.noticedAt),
  isNull(paymentIntents.documentId),
  isNull(paymentIntents.dismissedAt),
  isNull(paymentIntents.withdrawnAt),
);
