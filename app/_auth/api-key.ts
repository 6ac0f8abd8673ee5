import 'server-only';
import { type Admitted, admitCall } from '@/db/commands/admit-call';
import { withScope } from '@/db/scope';
import { callsPerMinute } from '@/lib/api-rate';

/**
 * The program behind an `Authorization: Bearer dl_…` header; null without one, or for a key not in force.
 * @throws TooMany when the key asks too often.
 */
export async function callerOfAuthorization(header: string | null): Promise<Admitted | null> {
  const key = /^Bearer (dl_[\w-]{43})$/i.exec(header ?? '')?.[1];
  if (!key) return null;
  return withScope({ kind: 'auth' }, 'write', (tx) => admitCall(tx, key, callsPerMinute()));
}
