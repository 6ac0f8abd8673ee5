import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { logos } from '../schema/logos';
import type { Tx } from '../scope';
import { lockLogo } from './lock-logo';
import { recordActivity } from './record-activity';

/** Takes the picture of the business away: its name in letters stands there again. False when there was none. */
export async function removeLogo(tx: Tx, actor: StaffActor): Promise<boolean> {
  const before = await lockLogo(tx, actor);
  if (!before) return false;
  await tx.delete(logos).where(eq(logos.orgId, actor.org.id));
  await recordActivity(tx, actor, {
    verb: 'logo_removed',
    objectKind: 'organization',
    objectId: actor.org.id,
    before,
  });
  return true;
}
