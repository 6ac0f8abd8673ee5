import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { customers } from '../schema/customers';
import { draftInvoices } from '../schema/draft-invoices';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';
import { assertNotPosted, changedElsewhere, isFree, isOf, lockDraft } from './take-draft-invoice';

/** An invoice while somebody writes it. */
export interface SaveDraftInvoice {
  /** The draft that is written on; left out: a new one. */
  readonly draftId?: string;
  /**
   * When the draft was last saved as its writer saw it: saved later by somebody else, it is not written over. Null: it is new, and
   * its id is `draftId`. Left out: whoever writes last is right.
   */
  readonly seenAt?: Date | null;
  /** Null until a customer was chosen. */
  readonly customerId: string | null;
  /** What was written so far, whole, as it is to be read again: plain JSON. */
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * Keeps a draft: no number, nothing owed. The invoice that is posted from it has its id.
 * @throws Refusal `not_found` (the draft or its customer), `already_posted`, `changed_elsewhere`.
 */
export async function saveDraftInvoice(
  tx: Tx,
  actor: Actor,
  { draftId, seenAt, customerId, content }: SaveDraftInvoice,
): Promise<{ draftId: string; savedAt: Date }> {
  if (customerId !== null) await assertCustomer(tx, customerId);
  if (draftId !== undefined && seenAt !== null) {
    const [saved] = await tx
      .update(draftInvoices)
      .set({ customerId, content, updatedAt: sql`clock_timestamp()` })
      .where(and(eq(draftInvoices.id, draftId), seenAt && isOf(seenAt)))
      .returning({ savedAt: draftInvoices.updatedAt });
    return { draftId, savedAt: saved?.savedAt ?? (await savedBefore(tx, draftId, { customerId, content })) };
  }
  const id = draftId ?? uuid7();
  await lockDraft(tx, id);
  if (!(await isFree(tx, id)))
    return { draftId: id, savedAt: await savedBefore(tx, id, { customerId, content }) };
  const [made] = await tx
    .insert(draftInvoices)
    .values({ id, customerId, content, createdBy: actor.userId })
    .returning({ savedAt: draftInvoices.updatedAt });
  await recordActivity(tx, actor, {
    verb: 'draft_created',
    objectKind: 'draft_invoice',
    objectId: id,
    ...(customerId === null ? {} : { customerId }),
  });
  if (!made) throw new Error('the draft was not kept');
  return { draftId: id, savedAt: made.savedAt };
}

/**
 * When a draft that somebody saved since was saved, if it holds the very same: then this is a save that was sent twice.
 * @throws Refusal `changed_elsewhere` when it holds something else; as `assertNotPosted` when it is not there.
 */
async function savedBefore(
  tx: Tx,
  draftId: string,
  { customerId, content }: Pick<SaveDraftInvoice, 'customerId' | 'content'>,
): Promise<Date> {
  const [draft] = await tx
    .select({
      savedAt: draftInvoices.updatedAt,
      isSame: sql<boolean>`${draftInvoices.content} = ${JSON.stringify(content)}::jsonb
        and ${draftInvoices.customerId} is not distinct from ${customerId}::uuid`,
    })
    .from(draftInvoices)
    .where(eq(draftInvoices.id, draftId));
  if (!draft) return assertNotPosted(tx, draftId);
  if (!draft.isSame) throw changedElsewhere();
  return draft.savedAt;
}

async function assertCustomer(tx: Tx, id: string): Promise<void> {
  const [customer] = await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, id));
  if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
}
