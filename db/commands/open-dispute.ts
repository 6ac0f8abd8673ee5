import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { sumMinor } from '../expressions';
import { openOfDocument } from '../queries/open-of-document';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** What a customer contests. */
export interface OpenDispute {
  readonly documentId: string;
  /** Left out: all that is open of the invoice and not contested yet. */
  readonly amountMinor?: Minor;
  readonly reason: string;
  readonly openedOn: PlainDate;
  /** Who is to settle it, by name; left out: nobody yet. */
  readonly owner?: string | undefined;
}

/**
 * Notes that a customer contests an invoice, or a part of it. It stays in every balance; reminders leave it out.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `over_allocation` (more than is open and not contested yet).
 */
export async function openDispute(
  tx: Tx,
  actor: Actor,
  { documentId, reason, openedOn, owner, ...input }: OpenDispute,
): Promise<{ disputeId: string }> {
  const [document] = await tx
    .select({ customerId: documents.customerId })
    .from(documents)
    .where(eq(documents.id, documentId));
  if (!document) throw new Refusal('not_found', 'That invoice does not exist.', 'invoiceId');
  const { customerId } = document;
  await lockCustomer(tx, customerId);
  const { openMinor, currency, number } = await openOfDocument(tx, { customerId, documentId });
  const leftMinor = toMinor(openMinor - (await contestedMinor(tx, documentId)));
  const amountMinor = input.amountMinor ?? leftMinor;
  if (amountMinor > leftMinor || leftMinor <= 0)
    throw new Refusal('over_allocation', `${number} has less open that is not contested yet.`, 'amount');
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  const id = uuid7();
  const createdBy = actor.userId;
  await tx
    .insert(disputes)
    .values({ id, customerId, documentId, amountMinor, reason, openedOn, owner, createdBy });
  await recordActivity(tx, actor, {
    verb: 'dispute_opened',
    objectKind: 'dispute',
    objectId: id,
    customerId,
    after: { number, amountMinor, currency, reason, owner },
  });
  return { disputeId: id };
}

async function contestedMinor(tx: Tx, documentId: string): Promise<Minor> {
  const [row] = await tx
    .select({ amountMinor: sumMinor(disputes.amountMinor) })
    .from(disputes)
    .where(and(eq(disputes.documentId, documentId), isNull(disputes.resolvedAt)));
  return row?.amountMinor ?? ZERO;
}
