import { sql } from 'drizzle-orm';
import { mailSettings } from '../schema/mails';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** Who mails come from. */
export interface MailSender {
  readonly name: string;
  /** Where answers go; null: to the address that sends. */
  readonly replyTo: string | null;
}

/** Who the mails of the business come from: the name it mails under, else its own. */
export async function mailSender(tx: Tx): Promise<MailSender> {
  const [row] = await tx
    .select({
      name: sql<string>`coalesce(${mailSettings.senderName}, ${organizations.name})`,
      replyTo: mailSettings.replyTo,
    })
    .from(organizations)
    .leftJoin(mailSettings, sql`${mailSettings.orgId} = ${organizations.id}`)
    .limit(1);
  if (!row) throw new Error('the organization is gone');
  return row;
}
