import { asc, eq, gt } from 'drizzle-orm';
import type { Actor, StaffActor } from '@/lib/actor';
import { ZERO } from '@/lib/domain/money';
import { mailLanguage } from '@/lib/mail/languages';
import type { Amount } from '@/lib/mail/params';
import { sumMinor } from '../expressions';
import { languageOfCustomer } from '../queries/customer-language';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { queueMails } from './queue-mail';

/** Whom a link lets in, as what, and its token. */
export interface InvitationLink {
  readonly email: string;
  readonly name: string;
  readonly role: Actor['role'];
  readonly customerId: string | null;
  readonly token: string;
}

/**
 * Mails the link of an invitation, to a customer's person in the customer's language and with what is owed.
 * @throws Refusal `not_found` when the customer is not there, `invalid` when mail cannot go to the address.
 */
export async function mailInvitation(
  tx: Tx,
  actor: StaffActor,
  { email, name, role, customerId, token }: InvitationLink,
): Promise<void> {
  const language = customerId ? await languageOfCustomer(tx, customerId) : 'en';
  const owed = customerId ? await owedBy(tx, customerId) : [];
  await queueMails(tx, actor, [
    {
      to: { name, address: email, language: mailLanguage(language) },
      params: { kind: 'invitation', by: actor.name, role, owed },
      secret: token,
      ...(customerId ? { customerId } : {}),
    },
  ]);
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
