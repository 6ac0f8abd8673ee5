import { asc, eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { savedViews } from '../schema/views';
import type { Tx } from '../scope';

/** Whose views somebody keeps: the own. @throws Refusal `forbidden` for a key or the command line, which are nobody. */
export function viewerOf({ userId }: Pick<StaffActor, 'userId'>): string {
  if (userId === null) throw new Refusal('forbidden', 'A view belongs to a person. Sign in to keep one.');
  return userId;
}

/**
 * One of the actor's own views, with all of them locked in id order: one person's changes follow one another.
 * @throws Refusal `not_found`, also when it is somebody else's; `forbidden`.
 */
export async function lockView(
  tx: Tx,
  actor: StaffActor,
  viewId: string,
): Promise<typeof savedViews.$inferSelect> {
  const own = await tx
    .select()
    .from(savedViews)
    .where(eq(savedViews.userId, viewerOf(actor)))
    .orderBy(asc(savedViews.id))
    .for('no key update');
  const view = own.find(({ id }) => id === viewId);
  if (!view) throw new Refusal('not_found', 'That view does not exist, or is not yours to change.');
  return view;
}
