import type { LiveSession } from '@/db/queries/sessions';
import type { StaffActor } from '@/lib/actor';
import { may, type Permission } from '@/lib/permissions';
import { Refusal } from '@/lib/refusal';

/** The person of the business behind a session, when they may. @throws Refusal `forbidden`. */
export function staffOf(
  { actor, mustEnrol }: LiveSession,
  permission: Permission,
): StaffActor & { readonly userId: string } {
  if (!mustEnrol && actor.kind === 'staff' && may(actor, permission)) return actor;
  throw new Refusal('forbidden', 'Your role cannot do this. Nothing was changed.');
}
