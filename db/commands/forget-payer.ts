import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { payerAliases } from '../schema/bank-decisions';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** Forgets whose money comes from an account or under a name. @throws Refusal `not_found`. */
export async function forgetPayer(tx: Tx, actor: Actor, aliasId: string): Promise<{ payer: string }> {
  const [gone] = await tx
    .delete(payerAliases)
    .where(eq(payerAliases.id, aliasId))
    .returning({ payer: payerAliases.shown, customerId: payerAliases.customerId });
  if (!gone) throw new Refusal('not_found', 'That payer is forgotten already.');
  const { payer, customerId } = gone;
  await recordActivity(tx, actor, {
    verb: 'payer_forgotten',
    objectKind: 'payer',
    objectId: aliasId,
    customerId,
    before: { payer },
  });
  return { payer };
}
