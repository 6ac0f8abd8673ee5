import 'server-only';
import { actorOfApiKey } from '@/db/queries/api-keys';
import { withScope } from '@/db/scope';
import type { Actor } from '@/lib/actor';

/** The program behind an `Authorization: Bearer dl_…` header; null without one, or for a key not in force. */
export async function actorOfAuthorization(header: string | null): Promise<Actor | null> {
  const key = /^Bearer (dl_[\w-]{43})$/i.exec(header ?? '')?.[1];
  return key ? withScope({ kind: 'auth' }, 'read', (tx) => actorOfApiKey(tx, key)) : null;
}
