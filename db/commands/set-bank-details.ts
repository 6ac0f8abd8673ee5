import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/**
 * Says where customers are to send transfers; null takes the words away. The same words again change nothing.
 * @throws Refusal `not_found` when the books are gone.
 */
export async function setBankDetails(tx: Tx, actor: StaffActor, words: string | null): Promise<void> {
  const { id } = actor.org;
  const [before] = await tx
    .select({ words: organizations.bankDetails })
    .from(organizations)
    .where(eq(organizations.id, id))
    .for('no key update');
  if (!before) throw new Refusal('not_found', 'These books are not there any more.');
  if (before.words === words) return;
  await tx.update(organizations).set({ bankDetails: words }).where(eq(organizations.id, id));
  await recordActivity(tx, actor, {
    verb: 'bank_details_changed',
    objectKind: 'organization',
    objectId: id,
    before: { bankDetails: before.words },
    after: { bankDetails: words },
  });
}
