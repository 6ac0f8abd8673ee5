import { and, asc, eq, or, sql } from 'drizzle-orm';
import { savedViews } from '../schema/views';
import type { Tx } from '../scope';

/** At most so many are offered: the own first, then what others share. */
const MAX_VIEWS = 120;

/** A page with its filters that somebody may open by its name. */
export interface View {
  readonly viewId: string;
  readonly name: string;
  /** What follows the question mark; '' for none. */
  readonly query: string;
  readonly isShared: boolean;
  /** Only its owner changes it. */
  readonly isOwn: boolean;
}

/** The views of a page that a person may open: the own, then those that others share, each by name. */
export function viewList(tx: Tx, userId: string, path: string): Promise<View[]> {
  const isOwn = sql<boolean>`${savedViews.userId} = ${userId}`;
  return tx
    .select({
      viewId: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      isShared: savedViews.isShared,
      isOwn,
    })
    .from(savedViews)
    .where(and(eq(savedViews.path, path), or(eq(savedViews.userId, userId), savedViews.isShared)))
    .orderBy(sql`${isOwn} desc`, asc(savedViews.name), asc(savedViews.id))
    .limit(MAX_VIEWS);
}
