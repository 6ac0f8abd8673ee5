import type { Actor } from '@/lib/actor';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';
import { takeDraftInvoice } from './take-draft-invoice';

/** Throws a draft away. @throws Refusal `not_found`, `already_posted`. */
export async function deleteDraftInvoice(
  tx: Tx,
  actor: Actor,
  { draftId }: { readonly draftId: string },
): Promise<{ draftId: string }> {
  await takeDraftInvoice(tx, draftId);
  await recordActivity(tx, actor, {
    verb: 'draft_deleted',
    objectKind: 'draft_invoice',
    objectId: draftId,
  });
  return { draftId };
}
