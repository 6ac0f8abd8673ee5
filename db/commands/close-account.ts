import { eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { mailLanguage } from '@/lib/mail/languages';
import { languageOfCustomer } from '../queries/customer-language';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { archiveCustomer } from './archive-customer';
import { queueMails } from './queue-mail';
import { recordActivity } from './record-activity';

/**
 * Closes the account of a customer at its own wish: nobody of it gets in any more, and it is archived with all its history. Who
 * asked is the actor, written as staff because the books are the business's; they get a mail that says so.
 * @throws Refusal `not_found`, `customer_owes` while anything is open, in either direction.
 */
export async function closeAccount(
  tx: Tx,
  actor: StaffActor,
  { customerId, email }: { readonly customerId: string; readonly email: string },
): Promise<void> {
  await archiveCustomer(tx, actor, { customerId });
  await tx.execute(sql`select app.end_portal(${customerId})`);
  const account = await accountFacts(tx, customerId);
  const language = await languageOfCustomer(tx, customerId);
  await queueMails(tx, actor, [
    {
      to: { name: actor.name, address: email, language: mailLanguage(language) },
      params: { kind: 'account_closed', name: actor.name, owed: [], account },
      customerId,
    },
  ]);
  await recordActivity(tx, actor, {
    verb: 'account_closed',
    objectKind: 'customer',
    objectId: customerId,
    customerId,
    after: { email },
  });
}

/** The name, the phone and the address of a customer, those that are known, each on one line. */
async function accountFacts(tx: Tx, customerId: string): Promise<string[]> {
  const { name, phone, address } = customers;
  const [found] = await tx
    .select({ name, phone, address })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!found) throw new Error('the customer is gone');
  const known = [found.name, found.phone, found.address?.split(/\s*\n\s*/).join(', ')];
  return known.flatMap((each) => (each ? [each] : []));
}
