import type { LiveSession } from '@/db/queries/sessions';
import type { CustomerActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';

/** The person of a customer behind a session. @throws Refusal `forbidden` for staff. */
export function personOf({ actor }: LiveSession): CustomerActor & { readonly userId: string } {
  if (actor.kind === 'customer') return actor;
  throw new Refusal('forbidden', 'Only people of the customer can do this. Nothing was changed.');
}
