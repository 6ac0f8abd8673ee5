import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { recoveryCodes, users } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** What codes are computed from, sealed; the step of the code that proved it; and the hashes of the recovery codes. */
export interface AddSecondFactor {
  readonly sealedSecret: string;
  readonly step: number;
  readonly codeHashes: readonly string[];
}

/** From now on the actor signs in with a code too. In the `auth` scope. @throws Refusal `duplicate` when that is so already. */
export async function addSecondFactor(
  tx: Tx,
  actor: Actor & { readonly userId: string },
  { sealedSecret, step, codeHashes }: AddSecondFactor,
): Promise<void> {
  const { userId } = actor;
  const added = await tx
    .update(users)
    .set({ totpSecret: sealedSecret, totpSince: sql`now()`, totpStep: step })
    .where(and(eq(users.id, userId), isNull(users.totpSecret)))
    .returning({ id: users.id });
  if (added.length === 0) throw new Refusal('duplicate', 'You have a second factor already.');
  await replaceRecoveryCodes(tx, userId, codeHashes);
  await recordActivity(tx, actor, { verb: 'second_factor_added', objectKind: 'user', objectId: userId });
}

/** The recovery codes of a user become these; the ones before let nobody in any more. */
export async function replaceRecoveryCodes(
  tx: Tx,
  userId: string,
  codeHashes: readonly string[],
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await tx.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ userId, codeHash })));
}
