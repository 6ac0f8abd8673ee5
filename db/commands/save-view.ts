import { and, eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { may } from '@/lib/permissions';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { countRows } from '../expressions';
import { savedViews } from '../schema/views';
import type { Tx } from '../scope';
import { viewerOf } from './lock-view';
import { recordActivity } from './record-activity';

/** A page with its filters, and what it is to be called. */
export interface SaveView {
  /** The page, such as `/explore`. */
  readonly path: string;
  /** What follows the question mark; '' for none. */
  readonly query: string;
  readonly name: string;
  readonly isShared: boolean;
}

/** Views that one person may have of a page. */
export const MOST_VIEWS = 50;

/** Keeps a page with its filters under a name. @throws Refusal `duplicate` (the name), `too_many`, `forbidden` (a manager who shares). */
export async function saveView(tx: Tx, actor: StaffActor, view: SaveView): Promise<{ viewId: string }> {
  const { path, name, isShared } = view;
  const [id, userId] = [uuid7(), viewerOf(actor)];
  if (isShared && !may(actor, 'organization:manage'))
    throw new Refusal('forbidden', 'Only an administrator shares views with the business.');
  const [made] = await tx
    .insert(savedViews)
    .values({ id, userId, ...view })
    .onConflictDoNothing()
    .returning({ id: savedViews.id });
  if (!made) throw new Refusal('duplicate', `You already have a view called “${name}” here.`, 'name');
  const [own] = await tx
    .select({ count: countRows() })
    .from(savedViews)
    .where(and(eq(savedViews.userId, userId), eq(savedViews.path, path)));
  if ((own?.count ?? 0) > MOST_VIEWS)
    throw new Refusal('too_many', `You have ${MOST_VIEWS} views of this page already. Delete one first.`);
  await recordActivity(tx, actor, {
    verb: 'view_saved',
    objectKind: 'view',
    objectId: id,
    after: { name, path, isShared },
  });
  return { viewId: id };
}
