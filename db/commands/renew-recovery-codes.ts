import type { Actor } from '@/lib/actor';
import type { Tx } from '../scope';
import { replaceRecoveryCodes } from './add-second-factor';
import { recordActivity } from './record-activity';

/** Gives the actor other recovery codes. In the `auth` scope. */
export async function renewRecoveryCodes(
  tx: Tx,
  actor: Actor & { readonly userId: string },
  codeHashes: readonly string[],
): Promise<void> {
  const { userId } = actor;
  await replaceRecoveryCodes(tx, userId, codeHashes);
  await recordActivity(tx, actor, { verb: 'recovery_codes_renewed', objectKind: 'user', objectId: userId });
}
