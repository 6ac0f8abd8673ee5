import { and, eq, ne } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { savedViews } from '../schema/views';
import type { Tx } from '../scope';
import { lockView } from './lock-view';
import { recordActivity } from './record-activity';

/** Gives a view another name. @throws Refusal `duplicate` when the actor has another of that name there; `not_found`, `forbidden`. */
export async function renameView(
  tx: Tx,
  actor: StaffActor,
  { viewId, name }: { readonly viewId: string; readonly name: string },
): Promise<void> {
  const before = await lockView(tx, actor, viewId);
  if (before.name === name) return;
  const { userId, path } = before;
  const isTaken = and(
    eq(savedViews.userId, userId),
    eq(savedViews.path, path),
    eq(savedViews.name, name),
    ne(savedViews.id, viewId),
  );
  const [other] = await tx.select({ id: savedViews.id }).from(savedViews).where(isTaken);
  if (other) throw new Refusal('duplicate', `You already have a view called “${name}” here.`, 'name');
  await tx.update(savedViews).set({ name }).where(eq(savedViews.id, viewId));
  await recordActivity(tx, actor, {
    verb: 'view_renamed',
    objectKind: 'view',
    objectId: viewId,
    before: { name: before.name },
    after: { name },
  });
}
