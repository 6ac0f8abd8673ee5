import type { StaffActor } from '@/lib/actor';
import { type MailLanguage, mailLanguage } from '@/lib/mail/languages';
import type { AccountChange } from '@/lib/mail/params';
import { languageOfCustomer } from '../queries/customer-language';
import type { Tx } from '../scope';
import type { Member } from './lock-member';
import { queueMails, queueMailUnseen } from './queue-mail';

/** Who hears of a change, and in which language. */
interface Told {
  readonly name: string;
  readonly email: string;
  readonly language: MailLanguage;
}

/** Mails somebody that their login changed, so that they notice when it was somebody else. In the `auth` scope of a business. */
export function tellOfChange(
  tx: Tx,
  orgId: string,
  { name, email, language }: Told,
  change: AccountChange,
): Promise<void> {
  return queueMailUnseen(tx, orgId, {
    to: { name, address: email, language },
    params: { kind: 'account_changed', name, changes: [change] },
  });
}

/** The same to somebody of whom staff changed something: in the language of the customer, or in English to staff. */
export async function tellMember(
  tx: Tx,
  actor: StaffActor,
  { name, email, customerId }: Pick<Member, 'name' | 'email' | 'customerId'>,
  change: AccountChange,
): Promise<void> {
  const language = mailLanguage(customerId ? await languageOfCustomer(tx, customerId) : 'en');
  await queueMails(tx, actor, [
    {
      to: { name, address: email, language },
      params: { kind: 'account_changed', name, changes: [change] },
      ...(customerId ? { customerId } : {}),
    },
  ]);
}

/** Mails a customer that somebody of it changed who is written to: to the address that it had before, in its language. In the portal. */
export async function tellCustomer(
  tx: Tx,
  orgId: string,
  customer: {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly language: string;
  },
): Promise<void> {
  const { id: customerId, name, email, language } = customer;
  if (email === null) return;
  await queueMailUnseen(tx, orgId, {
    to: { name, address: email, language: mailLanguage(language) },
    params: { kind: 'account_changed', name, changes: ['contacts'] },
    customerId,
  });
}
