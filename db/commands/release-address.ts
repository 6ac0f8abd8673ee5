import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { addressBlocks } from '../schema/mails';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** Lets mail go to an address again. @throws Refusal `not_found` when nothing keeps it back. */
export async function releaseAddress(
  tx: Tx,
  actor: Actor,
  { blockId }: { readonly blockId: string },
): Promise<{ address: string }> {
  const [block] = await tx
    .update(addressBlocks)
    .set({ releasedAt: sql`now()` })
    .where(and(eq(addressBlocks.id, blockId), isNull(addressBlocks.releasedAt)))
    .returning({ address: addressBlocks.address });
  if (!block) throw new Refusal('not_found', 'Mail goes to that address already.');
  await recordActivity(tx, actor, {
    verb: 'address_released',
    objectKind: 'address_block',
    objectId: blockId,
    after: { to: block.address },
  });
  return block;
}
