import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { mailLanguage } from '@/lib/mail/languages';
import { Refusal } from '@/lib/refusal';
import { languageOfCustomer } from '../queries/customer-language';
import { memberships, users } from '../schema/users';
import type { Tx } from '../scope';
import { assertOwner } from './portal-owner';
import { recordActivity } from './record-activity';
import { tellOfChange } from './tell-of-change';

/**
 * Takes somebody's way into the portal of a customer away: their next request there is a visitor's. Staff may, and who answers
 * for the account. In the `auth` scope of the organization.
 * @throws Refusal `forbidden`, `not_found` when they are not let in (any more), `invalid` for oneself.
 */
export async function removePortalPerson(
  tx: Tx,
  actor: Actor & { readonly userId: string },
  { customerId, membershipId }: { readonly customerId: string; readonly membershipId: string },
): Promise<{ name: string }> {
  if (actor.kind === 'customer') await assertOwner(tx, actor);
  const [removed] = await tx
    .update(memberships)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(memberships.id, membershipId),
        eq(memberships.orgId, actor.org.id),
        eq(memberships.customerId, customerId),
        isNull(memberships.revokedAt),
      ),
    )
    .returning({ userId: memberships.userId });
  if (!removed) throw new Refusal('not_found', 'That person is not let in any more. Reload the page.');
  if (removed.userId === actor.userId)
    throw new Refusal('invalid', 'You cannot remove yourself. Ask a colleague, or close the account.');
  const [person] = await tx
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(eq(users.id, removed.userId));
  if (!person) throw new Error('a person is gone');
  const language = mailLanguage(await languageOfCustomer(tx, customerId));
  await tellOfChange(tx, actor.org.id, { ...person, language }, 'access');
  await recordActivity(tx, actor, {
    verb: 'portal_person_removed',
    objectKind: 'user',
    objectId: removed.userId,
    customerId,
    before: person,
  });
  return person;
}
