import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { customers } from '../schema/customers';
import { draftInvoices } from '../schema/draft-invoices';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';
import { assertNotPosted } from './take-draft-invoice';

/** An invoice while somebody writes it. */
export interface SaveDraftInvoice {
  /** The draft that is written on; left out: a new one. */
  readonly draftId?: string;
  /** Null until a customer was chosen. */
  readonly customerId: string | null;
  /** What was written so far, whole, as it is to be read again: plain JSON. */
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * Keeps a draft: no number, nothing owed. The invoice that is posted from it has its id.
 * @throws Refusal `not_found` (the draft or its customer), `already_posted`.
 */
export async function saveDraftInvoice(
  tx: Tx,
  actor: Actor,
  { draftId, customerId, content }: SaveDraftInvoice,
): Promise<{ draftId: string }> {
  if (customerId !== null) await assertCustomer(tx, customerId);
  if (draftId !== undefined) {
    const saved = await tx
      .update(draftInvoices)
      .set({ customerId, content, updatedAt: sql`now()` })
      .where(eq(draftInvoices.id, draftId))
      .returning({ id: draftInvoices.id });
    if (saved.length === 0) await assertNotPosted(tx, draftId);
    return { draftId };
  }
  const id = uuid7();
  await tx.insert(draftInvoices).values({ id, customerId, content, createdBy: actor.userId });
  await recordActivity(tx, actor, {
    verb: 'draft_created',
    objectKind: 'draft_invoice',
    objectId: id,
    ...(customerId === null ? {} : { customerId }),
  });
  return { draftId: id };
}

async function assertCustomer(tx: Tx, id: string): Promise<void> {
  const [customer] = await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, id));
  if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
}
