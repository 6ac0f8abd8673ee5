import 'server-only';
import type { Route } from 'next';
import { preferenceOf } from '@/db/queries/preferences';
import { withScope } from '@/db/scope';
import { OWN_TASTE, readOwnTaste } from '@/lib/own-taste';
import { currentActor } from './actor';
import { pinTheme } from './theme';

/** Where whoever has just signed in goes on: to `next`, or to the page that they like to begin with. Their theme comes along. */
export async function arrivalOf(next: Route): Promise<Route> {
  const actor = await currentActor();
  if (actor?.kind !== 'staff') return next;
  const kept = await withScope(actor, 'read', (tx) => preferenceOf(tx, actor, OWN_TASTE));
  if (kept === null) return next;
  const { start, theme } = readOwnTaste(kept);
  await pinTheme(theme);
  return next === '/' ? start : next;
}
