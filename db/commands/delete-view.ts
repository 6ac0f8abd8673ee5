import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { savedViews } from '../schema/views';
import type { Tx } from '../scope';
import { lockView } from './lock-view';
import { recordActivity } from './record-activity';

/** Deletes a view, for everybody who saw it. Its address stays in the activity. @throws Refusal `not_found`, `forbidden`. */
export async function deleteView(
  tx: Tx,
  actor: StaffActor,
  { viewId }: { readonly viewId: string },
): Promise<{ name: string }> {
  const { name, path, query } = await lockView(tx, actor, viewId);
  await tx.delete(savedViews).where(eq(savedViews.id, viewId));
  await recordActivity(tx, actor, {
    verb: 'view_deleted',
    objectKind: 'view',
    objectId: viewId,
    before: { name, path, query },
  });
  return { name };
}
