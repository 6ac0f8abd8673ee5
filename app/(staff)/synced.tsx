import { SyncedLink } from '@/components/sync/synced-link';
import { syncedAt } from '@/db/queries/sync-state';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';

/** How long ago the books that these follow were read, in the foot of the menu; nothing where they follow none. */
export async function Synced({ actor }: { readonly actor: StaffActor }) {
  const found = await withScope(actor, 'read', syncedAt);
  return found && <SyncedLink {...found} />;
}
