import 'server-only';
import { type Admitted, admitCall } from '@/db/commands/admit-call';
import { keyInForce } from '@/db/queries/api-keys';
import { withScope } from '@/db/scope';
import type { Actor } from '@/lib/actor';
import { callsPerMinute } from '@/lib/api-rate';

/** A program that asks with a key, and how often it may ask again. */
interface Caller extends Admitted {
  readonly actor: Actor;
}

/**
 * The program behind an `Authorization: Bearer dl_…` header; null without one, or for a key not in force.
 * @throws TooMany when the key asks too often.
 */
export async function callerOfAuthorization(header: string | null): Promise<Caller | null> {
  const key = /^Bearer (dl_[\w-]{43})$/i.exec(header ?? '')?.[1];
  if (!key) return null;
  return withScope({ kind: 'auth' }, 'write', async (tx) => {
    const found = await keyInForce(tx, key);
    if (!found) return null;
    const admitted = await admitCall(tx, found, found.callsPerMinute ?? callsPerMinute());
    return { actor: found.actor, ...admitted };
  });
}
