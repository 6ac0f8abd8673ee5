import { asc, eq, gt, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { ZERO } from '@/lib/domain/money';
import { mailLanguage } from '@/lib/mail/languages';
import type { Amount } from '@/lib/mail/params';
import { Refusal } from '@/lib/refusal';
import { newToken, tokenHash } from '@/lib/secret-token';
import { sumMinor } from '../expressions';
import { customers } from '../schema/customers';
import { openItems } from '../schema/open-items';
import { invitations } from '../schema/users';
import type { Tx } from '../scope';
import { queueMails } from './queue-mail';
import { recordActivity } from './record-activity';

/** Whom to let in, and as what. A person of a customer names the customer. */
export type InviteUser = { readonly email: string; readonly name: string } & (
  | { readonly role: 'admin' | 'manager' }
  | { readonly role: 'customer'; readonly customerId: string }
);

/**
 * Makes a link that lets somebody in once within 7 days, and mails it. Its token is returned here and can never be read again.
 * @throws Refusal `not_found` when the customer is not there, `invalid` when mail cannot go to the address.
 */
export async function inviteUser(tx: Tx, actor: StaffActor, input: InviteUser): Promise<{ token: string }> {
  const customerId = input.role === 'customer' ? input.customerId : null;
  const language = customerId ? await languageOf(tx, customerId) : 'en';
  const { email, name, role } = input;
  const token = newToken();
  await tx.insert(invitations).values({
    tokenHash: tokenHash(token),
    orgId: actor.org.id,
    email,
    name,
    role,
    customerId,
    // Whom the business itself lets in answers for the account, and may let colleagues in.
    isOwner: customerId !== null,
    expiresAt: sql`now() + interval '7 days'`,
  });
  const owed = customerId ? await owedBy(tx, customerId) : [];
  await queueMails(tx, actor, [
    {
      to: { name, address: email, language: mailLanguage(language) },
      params: { kind: 'invitation', by: actor.name, role, owed },
      secret: token,
      ...(customerId ? { customerId } : {}),
    },
  ]);
  await recordActivity(tx, actor, {
    verb: 'user_invited',
    objectKind: 'organization',
    objectId: actor.org.id,
    ...(customerId ? { customerId } : {}),
    after: { email, name, role },
  });
  return { token };
}

async function languageOf(tx: Tx, customerId: string): Promise<string> {
  const [customer] = await tx
    .select({ language: customers.language })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customerId');
  return customer.language;
}

/** What a customer owes, currency by currency; nothing for those in which it owes nothing. */
function owedBy(tx: Tx, customerId: string): Promise<Amount[]> {
  const amountMinor = sumMinor(openItems.openMinor);
  return tx
    .select({ currency: openItems.currency, amountMinor })
    .from(openItems)
    .where(eq(openItems.customerId, customerId))
    .groupBy(openItems.currency)
    .having(gt(amountMinor, ZERO))
    .orderBy(asc(openItems.currency));
}
