import 'server-only';
import { touchSession } from '@/db/commands/touch-session';
import { type LiveSession, liveSession } from '@/db/queries/sessions';
import { withScope } from '@/db/scope';
import { isUuid } from '@/lib/uuid';

/** The session that a cookie names, when it is in force; its use is noted, at most once a minute. */
export async function sessionById(sid: unknown): Promise<LiveSession | null> {
  if (typeof sid !== 'string' || !isUuid(sid)) return null;
  const session = await withScope({ kind: 'auth' }, 'read', (tx) => liveSession(tx, sid));
  if (session?.isStale) await withScope({ kind: 'auth' }, 'write', (tx) => touchSession(tx, sid));
  return session;
}
